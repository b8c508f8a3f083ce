import { cascadeOf } from '../../../system/delivery/applications';
import type { Risk } from '../risk';
import { goneOf, isApplication, isKeptFromPruning } from '../subject';

/** Applications of Argo CD that take along what they have made. */
export const APPLICATIONS: readonly Risk[] = [
  {
    id: 'application-removed',
    class: 'DATA-LOSS',
    change: 'an Application with the finalizer of Argo CD is removed or renamed',
    why: 'Argo CD deletes all that it has made before it goes, claims and Namespaces too, whatever their Prune=false says; Delete=false keeps them.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
    *judge(change) {
      const base = goneOf(change);
      if (base === undefined || !isApplication(base)) return;
      if (cascadeOf(base) < 0 || isKeptFromPruning(base)) return;
      yield {
        message: 'all that it has made goes with it, but for what says Delete=false',
        instead: 'remove its finalizer "resources-finalizer.argocd.argoproj.io" with a commit before',
      };
    },
  },
];
