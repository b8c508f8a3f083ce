import type { ArgocdDelivery } from '../delivery';
import type { Model } from '../model';
import { applicationName, partsOf } from '../parts';
import type { Rule } from './rule';

/** What Argo CD calls `default` is the project of everybody else. */
const PROJECT_OF_ALL = 'default';
/** An Argo CD that tracks by label writes an Application's name into one. */
const LONGEST_NAME = 63;

export const DELIVERY_RULES: readonly Rule[] = [
  {
    // Waves order one Application: in the store's, the keys Job would wait for Secrets that another one brings, and
    // nothing of a later wave would come until that one is there.
    path: 'delivery.perRunner',
    holds: ({ delivery }) => delivery.kind === 'plain' || delivery.ordering === 'none' || !delivery.perRunner,
    message: () =>
      'Cannot gate Applications that Argo CD syncs each by itself: expected `false`, or `ordering: none`',
  },
  {
    path: 'delivery.project',
    holds: ({ delivery }) => delivery.kind === 'plain' || delivery.project !== PROJECT_OF_ALL,
    message: () =>
      `Cannot use project "${PROJECT_OF_ALL}", which others use too: expected one of its own, such as "runner-cache"`,
  },
  {
    path: 'delivery.project',
    holds: ({ delivery, ...model }) =>
      delivery.kind === 'plain' || longestName(delivery, model).length <= LONGEST_NAME,
    message: ({ delivery, ...model }) =>
      `Cannot use this project: "${delivery.kind === 'plain' ? '' : longestName(delivery, model)}" is too long for an Application; expected at most ${LONGEST_NAME} characters`,
  },
  {
    path: 'delivery.namespace',
    holds: ({ delivery, store, runners }) =>
      delivery.kind === 'plain' ||
      [store, ...runners, ...runners.map(({ jobs }) => jobs)].every(
        ({ namespace }) => namespace !== delivery.namespace,
      ),
    message: ({ delivery }) =>
      `Cannot use namespace "${delivery.kind === 'plain' ? '' : delivery.namespace}" for Argo CD and for the cache: expected the one in which Argo CD runs, such as "argocd"`,
  },
];

function longestName(delivery: ArgocdDelivery, model: Omit<Model, 'delivery'>): string {
  const names = partsOf({ ...model, delivery }).map((part) => applicationName(delivery, part));
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest));
}
