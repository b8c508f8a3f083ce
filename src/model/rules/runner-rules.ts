import type { Model, Runner } from '../model';
import { isAtLeast } from '../version';
import type { RunnerRule } from './rule';

/** Oldest runner that takes a token from the environment and signs GETs that third-party servers accept. */
const OLDEST_RUNNER = '18.11.2';
/** The first with `boot_verify` and `verify_cache` together. */
const BOOT_VERIFY = '19.4.0';
/** Leaves room for `gitlab-runner-` and for a hash behind it. */
const LONGEST_NAME = 40;

export const RUNNER_RULES: readonly RunnerRule[] = [
  {
    path: 'name',
    holds: ({ name }, { runners }) => runners.filter((other) => other.name === name).length === 1,
    message: ({ name }) =>
      `Cannot use runner name "${name}" twice: expected a name of its own for each runner`,
  },
  {
    path: 'name',
    holds: ({ name }) => name.length <= LONGEST_NAME,
    message: ({ name }) => `Cannot use runner name "${name}": expected at most ${LONGEST_NAME} characters`,
  },
  {
    // The Secret `s3access` has a fixed name, so two runners in one namespace would share their keys.
    path: 'namespace',
    holds: (runner, model) => isAlone(runner.namespace, model),
    message: ({ namespace }) =>
      `Cannot use namespace "${namespace}" twice: expected one of its own for MinIO, for each runner and for its jobs`,
  },
  {
    // The manager may read every Secret in the namespace of its jobs.
    path: 'jobs.namespace',
    holds: ({ jobs }, model) => isAlone(jobs.namespace, model),
    message: ({ jobs }) =>
      `Cannot use namespace "${jobs.namespace}" twice: expected one of its own for MinIO, for each runner and for its jobs`,
  },
  {
    path: 'namespace',
    holds: ({ namespace }) => !isSystem(namespace),
    message: ({ namespace }) =>
      `Cannot use namespace "${namespace}": expected one that is not the cluster's own`,
  },
  {
    path: 'jobs.namespace',
    holds: ({ jobs }) => !isSystem(jobs.namespace),
    message: ({ jobs }) =>
      `Cannot use namespace "${jobs.namespace}": expected one that is not the cluster's own`,
  },
  {
    path: 'image',
    holds: ({ version }) => isAtLeast(version, OLDEST_RUNNER),
    message: ({ version: { major, minor, patch } }) =>
      `Cannot use runner ${major}.${minor}.${patch}: expected ${OLDEST_RUNNER} or newer`,
  },
  {
    path: 'image',
    holds: ({ version }, { cache }) => cache.verify === 'off' || isAtLeast(version, BOOT_VERIFY),
    message: ({ version: { major, minor, patch } }) =>
      `Cannot verify the cache at boot with runner ${major}.${minor}.${patch}: expected ${BOOT_VERIFY} or newer, or \`cache.verify: off\``,
  },
  {
    // A policy for `team/*` would also cover the objects below `team/b/`.
    path: 'cache.path',
    holds: (runner, { runners }) => !runners.some((other) => isInside(runner, other)),
    message: (runner, { runners }) => {
      const outer = runners.find((other) => isInside(runner, other));
      return `Cannot use path "${runner.cache.path}" inside of "${String(outer?.cache.path)}" of runner "${String(outer?.name)}": expected the same path to share, or one beside it`;
    },
  },
];

function isAlone(namespace: string, { store, runners }: Model): boolean {
  const all = [store.namespace, ...runners.flatMap((runner) => [runner.namespace, runner.jobs.namespace])];
  return all.filter((other) => other === namespace).length === 1;
}

function isSystem(namespace: string): boolean {
  return namespace === 'default' || namespace.startsWith('kube-');
}

function isInside({ cache }: Runner, { cache: outer }: Runner): boolean {
  return cache.bucket === outer.bucket && cache.path.startsWith(`${outer.path}/`);
}
