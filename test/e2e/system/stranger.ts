import { apply, get, remove } from '../cluster/api';
import type { Pod } from '../cluster/objects';
import { run } from '../cluster/run';
import { jobImage, PREFIX } from './configuration';

/** A pod of somebody else, in a namespace that has nothing to do with the cache and no policy of its own. */
export class Stranger {
  private constructor(
    readonly namespace: string,
    readonly pod: string,
  ) {}

  /** `spec` is added to the pod's. */
  static async open(name: string, spec: object = {}): Promise<Stranger> {
    const namespace = `${PREFIX}${name}`;
    const container = { name: 'it', image: jobImage(), command: ['sleep', '3600'] };
    await apply([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace },
        spec: { terminationGracePeriodSeconds: 0, containers: [container], ...spec },
      },
    ]);
    await run('kubectl', ['wait', '-n', namespace, `pod/${name}`, '--for=condition=Ready', '--timeout=120s']);
    return new Stranger(namespace, name);
  }

  run(script: readonly string[]): Promise<string> {
    return run(
      'kubectl',
      ['exec', '-i', '-n', this.namespace, this.pod, '--', 'sh', '-s'],
      script.join('\n'),
    );
  }

  async address(): Promise<string> {
    return (await get<Pod>('pods', this.namespace, this.pod)).status.podIP ?? '';
  }

  close(): Promise<void> {
    return remove('namespaces', undefined, this.namespace);
  }
}
