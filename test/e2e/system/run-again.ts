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

/** And what it tells to restart. */
export async function rolloutRestart(namespace: string, deployment: string): Promise<void> {
  await run('kubectl', ['rollout', 'restart', `deployment/${deployment}`, '-n', namespace]);
}
