import { at, listOf, textOf } from '../../../manifests/value';
import { workloadOf, type Workload } from '../../../manifests/workload';
import type { Manifest } from '../../../manifests/manifest';
import { dataFolders } from '../../../system/minio-server';
import type { Risk } from '../risk';

const CLAIM_VOLUMES = 'https://kubernetes.io/docs/concepts/storage/volumes/#persistentvolumeclaim';

/** Pods that lose sight of their data. */
export const MOUNTS: readonly Risk[] = [
  {
    id: 'claim-switched',
    class: 'DATA-LOSS',
    change: 'a workload mounts another claim, or none, where it mounted one',
    why: 'The claim stays with all data, and the pods do not see it: they begin with what the other one holds.',
    source: CLAIM_VOLUMES,
    *judge({ is, base, head, fields }) {
      if (is !== 'changed') return;
      const [before, after] = [base, head].map((one) => claimsOf(workloadOf(one)));
      const lost = [...(before ?? [])].find((claim) => after?.has(claim) === false);
      if (lost === undefined || workloadOf(head) === undefined) return;
      const field = fields.find(({ field }) => field.includes('volumes'));
      const isSwitched = [...(after ?? [])].some((claim) => before?.has(claim) === false);
      yield {
        ...(field && { about: [field] }),
        message: `the pods do not mount the claim "${lost}" any more, which holds their data`,
        instead: isSwitched
          ? 'stop the workload, copy the data to the new claim with a Job that mounts both, then switch'
          : 'copy what is still needed before, and delete the claim by hand when nothing on it is',
      };
    },
  },
  {
    id: 'store-moved',
    class: 'DATA-LOSS',
    change: 'a MinIO keeps its objects in another folder of its volume, or on another count of drives',
    why: 'It reads its drives and nothing else: all objects that lie elsewhere are gone to it, and drives in another layout it refuses.',
    source: 'minio, cmd/endpoint.go, cmd/format-erasure.go',
    *judge({ is, base, head }) {
      if (is !== 'changed') return;
      const [before, after] = [base, head].map(drivesOf);
      if (before === undefined || before.length === 0 || after === undefined) return;
      // Another claim is told by `claim-switched`.
      const volumes = new Set(after.map(([volume]) => volume));
      if (!before.every(([volume]) => volumes.has(volume))) return;
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      yield {
        message: 'the server looks for its objects in another place of its volumes, and finds none',
        instead: 'leave path and layout, or copy the objects over S3 ("mc mirror") to a second server',
      };
    },
  },
];

/** Names of claims, and of claim templates. */
export function claimsOf(workload: Workload | undefined): ReadonlySet<string> {
  return new Set(
    listOf(workload?.spec.volumes).flatMap(
      (volume) => textOf(at(volume, 'persistentVolumeClaim', 'claimName')) ?? [],
    ),
  );
}

/** Of each drive that outlives its pod, the claim and the folder in it. */
function drivesOf(manifest: Manifest): readonly (readonly [string, string])[] {
  const workload = workloadOf(manifest);
  if (workload === undefined) return [];
  return workload.containers.flatMap((container) =>
    dataFolders(container).flatMap((folder) => {
      const mounts = listOf(container.value.volumeMounts)
        .map((mount) => ({ mount, target: (textOf(at(mount, 'mountPath')) ?? '').replace(/\/+$/, '') }))
        .filter(({ target }) => folder === target || folder.startsWith(`${target}/`))
        .sort((one, other) => other.target.length - one.target.length);
      const [closest] = mounts;
      const claim = closest && claimNamed(workload, textOf(at(closest.mount, 'name')) ?? '');
      if (closest === undefined || claim === undefined) return [];
      const inside = `${textOf(at(closest.mount, 'subPath')) ?? ''}${folder.slice(closest.target.length)}`;
      return [[claim, inside.replace(/^\/|\/$/g, '')] as const];
    }),
  );
}

/** The claim or the claim template that a volume stands for. */
function claimNamed({ spec, manifest }: Workload, volume: string): string | undefined {
  const own = listOf(spec.volumes).find((one) => at(one, 'name') === volume);
  if (own !== undefined) return textOf(at(own, 'persistentVolumeClaim', 'claimName'));
  const templates = listOf(manifest.at('spec', 'volumeClaimTemplates'));
  return templates.some((template) => at(template, 'metadata', 'name') === volume) ? volume : undefined;
}
