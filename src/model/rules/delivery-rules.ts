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
    holds: ({ ordering, perRunner }: ArgocdDelivery) => ordering === 'none' || !perRunner,
    message: () =>
      'Cannot gate Applications that Argo CD syncs each by itself: expected `false`, or `ordering: none`',
  },
  {
    path: 'delivery.project',
    holds: ({ project }: ArgocdDelivery) => project !== PROJECT_OF_ALL,
    message: () =>
      `Cannot use project "${PROJECT_OF_ALL}", which others use too: expected one of its own, such as "runner-cache"`,
  },
  {
    path: 'delivery.project',
    holds: (delivery: ArgocdDelivery, model: Model) => longestName(delivery, model).length <= LONGEST_NAME,
    message: (delivery: ArgocdDelivery, model: Model) =>
      `Cannot use this project: "${longestName(delivery, model)}" is too long for an Application; expected at most ${LONGEST_NAME} characters`,
  },
  {
    path: 'delivery.namespace',
    holds: ({ namespace }: ArgocdDelivery, { store, runners }: Model) =>
      [store, ...runners, ...runners.map(({ jobs }) => jobs)].every((part) => part.namespace !== namespace),
    message: ({ namespace }: ArgocdDelivery) =>
      `Cannot use namespace "${namespace}" for Argo CD and for the cache: expected the one in which Argo CD runs, such as "argocd"`,
  },
].map(underArgocd);

interface DeliveryRule {
  readonly path: string;
  readonly holds: (delivery: ArgocdDelivery, model: Model) => boolean;
  readonly message: (delivery: ArgocdDelivery, model: Model) => string;
}

/** A rule that holds of itself where somebody else delivers. */
function underArgocd({ path, holds, message }: DeliveryRule): Rule {
  return {
    path,
    holds: (model) => model.delivery.kind === 'plain' || holds(model.delivery, model),
    message: (model) => (model.delivery.kind === 'plain' ? '' : message(model.delivery, model)),
  };
}

function longestName(delivery: ArgocdDelivery, model: Model): string {
  const names = partsOf(model).map((part) => applicationName(delivery, part));
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest));
}
