import type { Manifest } from '../../../manifests/manifest';
import { textsOf } from '../../../manifests/value';
import { isEphemeralStore } from '../ephemeral-store';
import { replacesPods } from '../restart/replaced';
import type { Risk } from '../risk';
import { saying } from '../telling';

/** The store of the cache. */
export const STORE: readonly Risk[] = [
  {
    id: 'cache-emptied',
    class: 'CAPACITY',
    change: 'a MinIO is made anew whose objects lie in an emptyDir',
    why: 'An emptyDir goes with its pod: jobs find no archive, and build without one, until each has stored its own again.',
    source: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
    isOfNewPods: true,
    *judge(change) {
      const { base, head } = change;
      if (base === undefined || head === undefined || !replacesPods(change) || !isEphemeralStore(base))
        return;
      const claim = isEphemeralStore(head) ? '; a claim would keep the archives' : '';
      yield {
        message: 'the store begins empty: its objects lie in an emptyDir, which goes with the pod',
        instead: `sync it when few jobs run${claim}`,
      };
    },
  },
  {
    id: 'bucket-quota-changed',
    class: 'CAPACITY',
    change: 'a bucket may hold more or less',
    why: 'MinIO refuses uploads beyond the quota, and what evicts the oldest archives goes by it.',
    source: 'https://min.io/docs/minio/linux/reference/minio-mc/mc-quota-set.html',
    shows: saying(/\bquota\s+set\b/),
    *judge({ is, base, head }) {
      if (is !== 'changed') return;
      const [before, after] = [base, head].map(quotasOf);
      if (before === after) return;
      yield {
        message:
          'another quota: uploads beyond it are refused, and the oldest archives are evicted sooner or later',
      };
    },
  },
];

function quotasOf(manifest: Manifest): string {
  return Object.values(textsOf(manifest.at('data')))
    .flatMap((text) => [
      ...text.matchAll(/\bmc\s+(?:admin\s+bucket\s+)?quota\s+set\b.*--(?:size|hard)[ =]\S+/g),
    ])
    .map(([found]) => found.replaceAll(/\s/g, ''))
    .join(' ');
}
