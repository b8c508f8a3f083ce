import { get, patch, secretOf } from '../cluster/api';
import type { KubeObject } from '../cluster/objects';
import type { System } from './system';

export type Keys = Readonly<Record<string, string>>;

/** The Secrets that the keys Job fills, of a system with one runner, and what can be done to its work. */
export class KeySecrets {
  constructor(private readonly system: System) {}

  ofRunner(): Promise<Keys> {
    return secretOf(this.system.runner().namespace, 's3access');
  }

  inStore(): Promise<Keys> {
    return secretOf(this.system.store, 's3access');
  }

  root(): Promise<Keys> {
    return secretOf(this.system.store, 'minio-root');
  }

  /** The Job may read the Secrets of this namespace and not write them, so that it stands still before it does. */
  async forbidWriting(namespace: string): Promise<void> {
    const role = await get<KubeObject & { readonly rules: readonly object[] }>(
      'roles',
      namespace,
      'minio-keys',
    );
    const rules = role.rules.map((rule) => ({ ...rule, verbs: ['get'] }));
    await patch('roles', namespace, 'minio-keys', { rules });
  }
}
