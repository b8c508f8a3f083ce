import { DELETED_REMEDY, isDeleted } from '../deleted-images';
import type { Runner } from '../model';
import { NAMES } from '../names';
import { isAtLeast } from '../version';
import type { RunnerRule } from './rule';

/** Oldest runner that takes a token from the environment and signs GETs that third-party servers accept. */
const OLDEST_RUNNER = '18.11.2';
/** The first with `boot_verify` and `verify_cache` together. */
const BOOT_VERIFY = '19.4.0';

export const RUNNER_RULES: readonly RunnerRule[] = [
  {
    path: 'name',
    holds: ({ name }, { runners }) => runners.filter((other) => other.name === name).length === 1,
    message: ({ name }) =>
      `Cannot use runner name "${name}" twice: expected a name of its own for each runner`,
  },
  {
    // Whoever writes the token would write over the runner's S3 keys.
    path: 'token.secret',
    holds: ({ token }) => token.secret !== NAMES.runnerKeys,
    message: () =>
      `Cannot use Secret "${NAMES.runnerKeys}" for the token: expected another one, as this one holds the runner's S3 keys`,
  },
  {
    path: 'jobs.image',
    holds: ({ jobs }) => !isDeleted(jobs.image),
    message: ({ jobs }) => `Cannot use image "${jobs.image}": ${DELETED_REMEDY}`,
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

function isInside({ cache }: Runner, { cache: outer }: Runner): boolean {
  return cache.bucket === outer.bucket && cache.path.startsWith(`${outer.path}/`);
}
