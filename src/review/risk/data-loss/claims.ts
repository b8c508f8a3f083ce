import type { Risk } from '../risk';

/** Claims: the only place of a cluster where data outlive their pods. */
export const CLAIMS: readonly Risk[] = [
  {
    id: 'claim-removed',
    class: 'DATA-LOSS',
    change: 'a PersistentVolumeClaim is removed or renamed',
    why: 'Whoever prunes deletes the claim, and with the usual reclaim policy its volume and all that is on it.',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
    *judge({ is, base }) {
      if (base?.kind !== 'PersistentVolumeClaim' || (is !== 'removed' && is !== 'renamed')) return;
      yield {
        message: 'the claim goes, and its volume with all data',
        instead:
          'copy the data first, or keep the claim by the annotation "argocd.argoproj.io/sync-options: Prune=false"',
      };
    },
  },
];
