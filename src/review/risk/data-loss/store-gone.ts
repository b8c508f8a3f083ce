import type { Manifest } from '../../../manifests/manifest';
import { workloadOf } from '../../../manifests/workload';
import { dataFolders } from '../../../system/minio-server';
import type { System } from '../../../system/system';
import { keyOf } from '../../trees';
import { isEphemeralStore } from '../ephemeral-store';
import type { Risk } from '../risk';
import { goneOf, isKeptFromPruning } from '../subject';
import { claimsOf } from './mounts';

/** A store that goes under its name, and one in another place that knows nothing of its objects. */
export const STORE_GONE: Risk = {
  id: 'store-gone',
  class: 'DATA-LOSS',
  change: 'a MinIO goes whose objects lie in an emptyDir, or another one comes that does not mount its claim',
  why: 'A claim is of one namespace and an emptyDir of one pod: a store of another namespace, or with another claim, begins empty.',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#a-note-on-namespaces',
  includes: ['pods-removed'],
  *judge(change, world) {
    const base = goneOf(change);
    if (base === undefined || !isStore(base) || isKeptFromPruning(base)) return;
    const [claims, isEphemeral] = [claimsOf(workloadOf(base)), isEphemeralStore(base)];
    const next = newStores(world.base, world.head);
    if (!isEphemeral && (claims.size === 0 || next.length === 0 || isMounted(claims, base, world.head)))
      return;
    const where = isEphemeral
      ? 'go with its emptyDir'
      : `stay behind in the claim "${[...claims].join('", "')}"`;
    yield {
      message: `the store goes, and its archives ${where}${next.length === 0 ? '' : ': the new one begins empty'}`,
      instead: 'keep namespace and names, or copy the objects over S3 ("mc mirror") while both stores run',
      affected: next.map(({ identity }) => identity),
    };
  },
};

function isStore(manifest: Manifest): boolean {
  return workloadOf(manifest)?.containers.some((one) => dataFolders(one).length > 0) ?? false;
}

function newStores(base: System, head: System): readonly Manifest[] {
  const known = new Set(base.workloads.map(({ manifest }) => keyOf(manifest)));
  return head.workloads
    .map(({ manifest }) => manifest)
    .filter((one) => !known.has(keyOf(one)) && isStore(one));
}

/** Whether somebody of the namespace still mounts one of the claims. */
function isMounted(claims: ReadonlySet<string>, { namespace }: Manifest, head: System): boolean {
  return head.workloads.some(
    (workload) =>
      workload.manifest.namespace === namespace && [...claimsOf(workload)].some((claim) => claims.has(claim)),
  );
}
