import { groupBy } from '../../manifests/groups';
import { objectName } from '../../manifests/identity';
import type { Manifest } from '../../manifests/manifest';
import { at, listOf, textOf, type Path } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';

const SOURCE = 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes';

/** Volumes that one node alone may mount. */
export const CLAIM_CHECKS: readonly Check[] = [
  {
    id: 'claim-shared',
    severity: 'warning',
    rule: 'A ReadWriteOnce claim belongs to one workload',
    why: 'Pods of two workloads land on two nodes sooner or later; the second one waits with Multi-Attach errors.',
    source: SOURCE,
    find: (system) => [...system.view(usesOfClaims).values()].flatMap(shared),
  },
  {
    id: 'claim-blocks-rollout',
    severity: 'error',
    rule: 'A Deployment with a ReadWriteOnce claim has one pod at a time',
    why: 'The new pod waits for the volume that the old one holds, and the old one waits for the new: a Multi-Attach deadlock; on one node two servers write into one folder.',
    source: 'https://github.com/helm/charts/issues/764',
    find: (system) => [...system.view(usesOfClaims).values()].flat().flatMap(crowded),
  },
];

interface Use {
  readonly workload: Workload;
  readonly path: Path;
  readonly claim: string;
}

/** Of claims in these files that are ReadWriteOnce and nothing else. */
function usesOfClaims(system: System): ReadonlyMap<string, readonly Use[]> {
  const uses = system.workloads.flatMap((workload) =>
    listOf(workload.spec.volumes).flatMap((volume, index): readonly Use[] => {
      const claim = textOf(at(volume, 'persistentVolumeClaim', 'claimName'));
      const path = [...workload.specPath, 'volumes', index, 'persistentVolumeClaim', 'claimName'];
      if (claim === undefined) return [];
      const found = system.tryFind('', 'PersistentVolumeClaim', workload.manifest.namespace, claim);
      return found !== undefined && isForOneNode(found) ? [{ workload, path, claim }] : [];
    }),
  );
  return groupBy(uses, ({ workload, claim }) => `${workload.manifest.namespace} ${claim}`);
}

function isForOneNode(claim: Manifest): boolean {
  const modes = listOf(claim.at('spec', 'accessModes'));
  return modes.length > 0 && modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod');
}

function shared(uses: readonly Use[]): readonly Fault[] {
  const [first, ...others] = uses;
  if (first === undefined) return [];
  const owner = objectName(first.workload.manifest.identity);
  return others
    .filter(({ workload }) => workload.manifest !== first.workload.manifest)
    .map(({ workload: { manifest }, path, claim }) => ({
      spot: { manifest, path },
      message: `Claim "${claim}" is for one node at a time, and ${owner} has it: on another node this pod does not start`,
      remedy: 'let one workload own the claim, or ask for "ReadWriteMany" where the storage has it',
    }));
}

function crowded({ workload: { manifest }, claim }: Use): readonly Fault[] {
  if (manifest.kind !== 'Deployment' || manifest.identity.group !== 'apps') return [];
  const replicas = manifest.at('spec', 'replicas');
  if (typeof replicas === 'number' && replicas > 1) {
    return [
      {
        spot: { manifest, path: ['spec', 'replicas'] },
        message: `Claim "${claim}" is for one node at a time: of ${String(replicas)} pods those on other nodes do not start`,
        remedy: 'set "replicas" to 1',
      },
    ];
  }
  const surge = manifest.at('spec', 'strategy', 'rollingUpdate', 'maxSurge');
  const isOneByOne = manifest.at('spec', 'strategy', 'type') === 'Recreate' || surge === 0 || surge === '0%';
  if (isOneByOne || replicas === 0) return [];
  return [
    {
      spot: { manifest, path: ['spec', 'strategy'] },
      message: `Claim "${claim}" is for one node at a time: at the next change the new pod waits for the volume of the old one, for ever`,
      remedy: 'set "strategy.type" to Recreate',
      severity: 'warning',
    },
  ];
}
