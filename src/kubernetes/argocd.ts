import type { APPLICATION_SYNC_OPTIONS } from '../facts/argocd';

/**
 * Annotations that Argo CD reads and everything else ignores. They are there in every delivery, because whoever syncs
 * the folder with an Application of their own needs them most.
 */

/** Holds data: stays when it leaves Git, without a difference for ever, and when the Application is deleted. */
export const KEPT = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false',
} as const;

/** Its name changes with its content: the one before is no difference until it is pruned. */
export const RENAMED = { 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' } as const;

/** Why such a Job has no time to live, and no time in which it has to end: reasons by the id of a check. */
export const STAYS = {
  'job-deadline':
    'it ends when what it waits for is there, however late; given up, it would not run once that is mended',
  'job-ttl': 'Argo CD would make it again for ever if it went by itself; its name changes with its content',
} as const;

/** When an object comes, where the sync is gated. */
export const WAVE = 'argocd.argoproj.io/sync-wave';

/** The cluster in which Argo CD runs. */
export const THIS_CLUSTER = 'https://kubernetes.default.svc';

/** A word that Argo CD compares letter by letter. */
export type SyncOption = (typeof APPLICATION_SYNC_OPTIONS)[number];
