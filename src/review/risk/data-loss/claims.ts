import { textOf } from '../../../manifests/value';
import type { Risk } from '../risk';
import { goneOf, isKeptFromPruning, typeOf } from '../subject';
import { below } from '../telling';

/** Claims, and what takes them along: the only places of a cluster where data outlive their pods. */
export const CLAIMS: readonly Risk[] = [
  {
    id: 'claim-removed',
    class: 'DATA-LOSS',
    change: 'a PersistentVolumeClaim is removed or renamed',
    why: 'Whoever prunes deletes the claim, and with the usual reclaim policy its volume and all that is on it.',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
    *judge(change) {
      const base = goneOf(change);
      if (base === undefined || typeOf(base) !== '/PersistentVolumeClaim' || isKeptFromPruning(base)) return;
      yield {
        message: 'the claim goes, and its volume with all data',
        instead:
          'copy the data first, or keep the claim by the annotation "argocd.argoproj.io/sync-options: Prune=false"',
      };
    },
  },
  {
    id: 'namespace-removed',
    class: 'DATA-LOSS',
    change: 'a Namespace is removed or renamed',
    why: 'Kubernetes deletes everything in it, also what is in no file: claims, Secrets, pods of running jobs.',
    source:
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/; argo-cd, docs/user-guide/sync-options.md',
    *judge(change, world) {
      const base = goneOf(change);
      if (base === undefined || typeOf(base) !== '/Namespace' || isKeptFromPruning(base)) return;
      const claims = world.base.ofKind('', 'PersistentVolumeClaim');
      yield {
        message: 'the namespace goes with all that is in it, claims and Secrets too',
        instead:
          'sync "argocd.argoproj.io/sync-options: Prune=false" on it first, move what is in it, and delete it by hand',
        affected: claims.filter(({ namespace }) => namespace === base.name).map(({ identity }) => identity),
      };
    },
  },
  {
    id: 'volume-removed',
    class: 'DATA-LOSS',
    change: 'a PersistentVolume is removed or renamed',
    why: 'It goes as soon as its claim does, and nothing in the cluster names its data any more.',
    source:
      'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#storage-object-in-use-protection',
    *judge(change) {
      const base = goneOf(change);
      if (base === undefined || typeOf(base) !== '/PersistentVolume' || isKeptFromPruning(base)) return;
      const deletes = textOf(base.at('spec', 'persistentVolumeReclaimPolicy')) === 'Delete';
      yield {
        message: `the volume goes once its claim does, ${deletes ? 'with its data' : 'and its data have no name in the cluster'}`,
        instead: 'keep it until its claim is moved, with "argocd.argoproj.io/sync-options: Prune=false"',
      };
    },
  },
  {
    id: 'volume-reclaimed',
    class: 'DATA-LOSS',
    change: 'a PersistentVolume is deleted with its claim, and was kept before',
    why: 'From then on whoever deletes the claim deletes the data.',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaim-policy',
    *judge({ is, base, head, fields }) {
      if (is !== 'changed' || typeOf(head) !== '/PersistentVolume') return;
      const policies = [base, head].map((one) => one.at('spec', 'persistentVolumeReclaimPolicy') ?? 'Retain');
      if (policies[0] === policies[1] || policies[1] === 'Retain') return;
      yield {
        about: fields.filter(below('spec.persistentVolumeReclaimPolicy')),
        message: 'the volume goes with its claim from now on',
        instead: 'leave Retain, and delete the volume by hand once its data are not needed',
      };
    },
  },
];
