import type { Manifest } from '../../../manifests/manifest';
import { listOf } from '../../../manifests/value';
import type { Risk } from '../risk';
import { goneOf, isKeptFromPruning, typeOf } from '../subject';
import { below } from '../telling';

const RETENTION =
  'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention';

/** Claims that a StatefulSet makes of its templates. */
export const STATEFUL_SETS: readonly Risk[] = [
  {
    id: 'stateful-set-removed',
    class: 'DATA-LOSS',
    change: 'a StatefulSet with claim templates is removed or renamed',
    why: 'Its claims bear its name: they stay behind unused, or go with it where its retention policy says Delete, and a new set begins with empty ones.',
    source: RETENTION,
    *judge(change) {
      const base = goneOf(change);
      if (base === undefined || !hasClaims(base) || isKeptFromPruning(base)) return;
      yield {
        message: isDeleted(base, 'whenDeleted')
          ? 'its claims go with it, and their volumes with all data'
          : 'its claims stay, and nobody mounts them any more: what comes instead begins empty',
        instead:
          'keep the name; or set whenDeleted: Retain, and copy each claim to the name that the new set gives its own, before the first sync',
      };
    },
  },
  {
    id: 'claims-not-retained',
    class: 'DATA-LOSS',
    change: 'a StatefulSet begins to delete the claims of pods that it has no more',
    why: 'From then on a lower count of replicas, or the removal of the set, deletes volumes.',
    source: RETENTION,
    *judge({ is, base, head, fields }) {
      if (is !== 'changed' || !hasClaims(head)) return;
      const news = (['whenDeleted', 'whenScaled'] as const).filter(
        (when) => isDeleted(head, when) && !isDeleted(base, when),
      );
      if (news.length === 0) return;
      yield {
        about: fields.filter(below('spec.persistentVolumeClaimRetentionPolicy')),
        message: `claims go ${news.map((when) => CAUSES[when]).join(' and ')}`,
        instead: 'leave Retain, and delete the claims by hand that nobody needs',
      };
    },
  },
  {
    id: 'claims-scaled-away',
    class: 'DATA-LOSS',
    change: 'a StatefulSet gets fewer replicas while it deletes the claims of those that go',
    why: 'whenScaled: Delete deletes the claim of each pod above the new count, and its volume with it.',
    source: RETENTION,
    *judge({ is, base, head, fields }) {
      if (is !== 'changed' || !hasClaims(head) || !isDeleted(head, 'whenScaled')) return;
      const [before, after] = [base, head].map((one) => one.at('spec', 'replicas') ?? 1);
      if (typeof before !== 'number' || typeof after !== 'number' || after >= before) return;
      yield {
        about: fields.filter(below('spec.replicas')),
        message: 'the claims of the pods that go, go with them',
        instead: 'sync whenScaled: Retain first, then the lower count',
      };
    },
  },
];

const CAUSES = { whenDeleted: 'with the set', whenScaled: 'with each pod that is scaled away' } as const;

function hasClaims(manifest: Manifest): boolean {
  return (
    typeOf(manifest) === 'apps/StatefulSet' && listOf(manifest.at('spec', 'volumeClaimTemplates')).length > 0
  );
}

function isDeleted(manifest: Manifest, when: 'whenDeleted' | 'whenScaled'): boolean {
  return manifest.at('spec', 'persistentVolumeClaimRetentionPolicy', when) === 'Delete';
}
