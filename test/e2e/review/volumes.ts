import { at } from '../../../src/manifests/value';
import { run, tryRun } from '../cluster/run';
import type { Placed } from './placed';

/** A class whose volumes may grow, for claims that name none: of others no API server lets a claim grow. */
export const GROWING = 'rc-e2e-growing';

export async function makeGrowing(): Promise<void> {
  await kubectl('apply', [
    {
      ...{ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: GROWING } },
      ...{ provisioner: 'example.com/nobody', allowVolumeExpansion: true },
    },
  ]);
}

export async function removeGrowing(): Promise<void> {
  await tryRun('kubectl', ['delete', 'storageclass', '--ignore-not-found', GROWING]);
}

/** As if each claim had its volume: one that is bound may change in ways that a waiting one may not, and in use they are bound. */
export async function bind(claims: readonly Placed[]): Promise<void> {
  const status = (claim: Placed): string =>
    JSON.stringify({
      status: {
        ...{ phase: 'Bound', accessModes: at(claim, 'spec', 'accessModes') ?? [] },
        capacity: { storage: at(claim, 'spec', 'resources', 'requests', 'storage') ?? '1Gi' },
      },
    });
  for (const claim of claims) {
    const { name, namespace = '' } = claim.metadata;
    const what = ['-n', namespace, 'patch', 'pvc', name, '--subresource=status', '--type=merge'];
    await run('kubectl', [...what, '-p', status(claim)]);
  }
}

async function kubectl(verb: string, items: readonly object[]): Promise<void> {
  if (items.length === 0) return;
  await tryRun('kubectl', [verb, '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
}
