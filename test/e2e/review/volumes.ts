import { at } from '../../../src/manifests/value';
import { tryRun } from '../cluster/run';
import { until } from '../cluster/until';
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

/** A volume for each claim: one that is bound may change in ways that a waiting one may not, and in use they are bound. */
export async function bind(claims: readonly Placed[]): Promise<void> {
  await kubectl('apply', claims.map(volumeOf));
  await until('claims to be bound', 60, async () => {
    const phases = await Promise.all(
      claims.map(({ metadata: { name, namespace = '' } }) =>
        tryRun('kubectl', ['-n', namespace, 'get', 'pvc', name, '-o', 'jsonpath={.status.phase}']),
      ),
    );
    return phases.every(({ stdout }) => stdout === 'Bound') ? true : undefined;
  });
}

export async function removeVolumes(claims: readonly Placed[]): Promise<void> {
  const names = claims.map((claim) => nameOf(claim));
  await tryRun('kubectl', ['delete', 'pv', '--ignore-not-found', '--wait=false', ...names]);
}

function volumeOf(claim: Placed): object {
  const { name, namespace } = claim.metadata;
  return {
    ...{ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: nameOf(claim) } },
    spec: {
      accessModes: at(claim, 'spec', 'accessModes') ?? [],
      capacity: { storage: at(claim, 'spec', 'resources', 'requests', 'storage') ?? '1Gi' },
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace },
      hostPath: { path: '/tmp' },
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: at(claim, 'spec', 'storageClassName') ?? '',
      volumeMode: at(claim, 'spec', 'volumeMode') ?? 'Filesystem',
    },
  };
}

function nameOf({ metadata: { name, namespace = '' } }: Placed): string {
  return `${namespace}-${name}`;
}

async function kubectl(verb: string, items: readonly object[]): Promise<void> {
  if (items.length === 0) return;
  await tryRun('kubectl', [verb, '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
}
