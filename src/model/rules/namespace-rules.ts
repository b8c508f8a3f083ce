import type { Model, Runner } from '../model';
import { NAMESPACES_FOLDER } from '../names';
import type { Rule, RunnerRule } from './rule';

export const STORE_NAMESPACE_RULES: readonly Rule[] = [
  {
    path: 'store.namespace',
    holds: (model) => isAlone(model.store.namespace, model),
    message: ({ store }) => notAlone(store.namespace),
  },
  {
    path: 'store.namespace',
    holds: ({ store }) => !isReserved(store.namespace),
    message: ({ store }) => reserved(store.namespace),
  },
];

export const NAMESPACE_RULES: readonly RunnerRule[] = [
  {
    // The Secret `s3access` has a fixed name, so two runners in one namespace would share their keys.
    path: 'namespace',
    holds: (runner, model) => hasTwin(runner, model) || isAlone(runner.namespace, model),
    message: ({ namespace }) => notAlone(namespace),
  },
  {
    // The manager may read every Secret in the namespace of its jobs.
    path: 'jobs.namespace',
    holds: (runner, model) => hasTwin(runner, model) || isAlone(runner.jobs.namespace, model),
    message: ({ jobs }) => notAlone(jobs.namespace),
  },
  {
    path: 'namespace',
    holds: ({ namespace }) => !isReserved(namespace),
    message: ({ namespace }) => reserved(namespace),
  },
  {
    path: 'jobs.namespace',
    holds: ({ jobs }) => !isReserved(jobs.namespace),
    message: ({ jobs }) => reserved(jobs.namespace),
  },
];

function isAlone(namespace: string, { store, runners }: Model): boolean {
  const all = [store.namespace, ...runners.flatMap((runner) => [runner.namespace, runner.jobs.namespace])];
  return all.filter((other) => other === namespace).length === 1;
}

/** Of the same name, which is refused by itself and makes the namespaces the same too. */
function hasTwin({ name }: Runner, { runners }: Model): boolean {
  return runners.filter((other) => other.name === name).length > 1;
}

function notAlone(namespace: string): string {
  return `Cannot use namespace "${namespace}" twice: expected one of its own for MinIO, for each runner and for its jobs`;
}

function isReserved(namespace: string): boolean {
  return namespace === 'default' || namespace.startsWith('kube-') || namespace === NAMESPACES_FOLDER;
}

function reserved(namespace: string): string {
  return `Cannot use namespace "${namespace}": expected one that is not the cluster's own, such as "gitlab-runner"`;
}
