import { run } from '../cluster/run';
import type { System } from './system';

export type JobName = 'minio-keys' | 'minio-bucket-init';

/** What docs/operations.md tells a person to type: delete the Job, apply, and wait for it. */
export async function runAgain(system: System, name: JobName): Promise<void> {
  const selector = ['job', '-n', system.store, '-l', `app.kubernetes.io/name=${name}`];
  await run('kubectl', ['delete', ...selector]);
  await system.manifests.apply();
  await run('kubectl', ['wait', ...selector, '--for=condition=Complete', '--timeout=3m']);
}

/** What it tells to type for new root keys: a node would go on with the old ones while one of its pods uses them. */
export async function changeRootKeys({ store, manifests }: System): Promise<void> {
  const inStore = ['-n', store];
  await run('kubectl', ['delete', 'secret', 'minio-root', ...inStore, '--ignore-not-found']);
  await run('kubectl', ['delete', 'job', ...inStore, '-l', 'app.kubernetes.io/name=minio-keys']);
  const names = ['minio', 'minio-bucket-keeper'];
  await run('kubectl', ['delete', 'deployment', ...names, ...inStore, '--cascade=foreground']);
  await manifests.apply();
}

/** And what it tells to restart. */
export async function rolloutRestart(namespace: string, deployment: string): Promise<void> {
  await run('kubectl', ['rollout', 'restart', `deployment/${deployment}`, '-n', namespace]);
}
