import type { Risk } from '../risk';
import { goneOf, isKeptFromPruning } from '../subject';

/** What leaves Git and stays in the cluster. */
export const LEFT_BEHIND: readonly Risk[] = [
  {
    id: 'left-behind',
    class: 'ORDERING',
    change: 'an object leaves Git that Argo CD does not prune',
    why: 'It stays in the cluster with all that it holds, and its Application is OutOfSync until somebody deletes it, or gives it "argocd.argoproj.io/compare-options: IgnoreExtraneous" first.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#no-prune-resources',
    *judge(change) {
      const base = goneOf(change);
      if (base === undefined || !isKeptFromPruning(base)) return;
      yield {
        message: 'it stays in the cluster until somebody deletes it, and Git says nothing of it any more',
      };
    },
  },
];
