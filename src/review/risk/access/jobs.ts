import type { ConfiguredRunner } from '../../../system/runners/runner-configs';
import { beyond } from '../beyond';
import { bothWays, type Side } from '../both-ways';
import type { Judgement, Risk } from '../risk';
import { runnersIn } from '../runners-in';
import { powersOfContainer } from './container-powers';
import { contextOf, isOfPowers, powersOfJobPod, ROLES, type Role } from './job-powers';
import { isDefault, powerCovers, powersText, type Power } from './power';
import { telling } from '../telling';

/** What a runner's configuration lets jobs do. */
export const JOBS: readonly Risk[] = telling(
  isOfPowers,
  bothWays(
    'https://docs.gitlab.com/runner/executors/kubernetes/',
    moreForJobs,
    {
      id: 'job-privileges',
      class: 'ACCESS',
      change: 'the configuration of a runner gives jobs more power over their node or the API',
      why: 'Whoever may push a branch writes a job, and has what it may do.',
      message: (jobs) => `jobs may do more, of ${jobs}`,
    },
    {
      id: 'job-privileges-dropped',
      class: 'ROUTINE',
      skips: ({ is }) => is === 'removed',
      change: 'the configuration of a runner gives jobs less power over their node or the API',
      why: 'A job that needs it fails.',
      message: (jobs) => `jobs may do less, of ${jobs}`,
    },
  ),
);

function* moreForJobs(from: Side, to: Side): Generator<Judgement> {
  const old = runnersIn(from);
  const fresh = runnersIn(to);
  for (const runner of fresh) {
    const was = old.find(({ name }) => name === runner.name) ?? onlyOne(old, fresh);
    const powers = morePowers(was, runner);
    if (powers.length > 0) yield { message: `runner "${runner.name}": ${powers.join(', ')}` };
  }
}

/** Where each side has one runner, it has another name. */
function onlyOne(
  old: readonly ConfiguredRunner[],
  fresh: readonly ConfiguredRunner[],
): ConfiguredRunner | undefined {
  return old.length === 1 && fresh.length === 1 ? old[0] : undefined;
}

function morePowers(was: ConfiguredRunner | undefined, runner: ConfiguredRunner): readonly string[] {
  const pod = was === undefined ? undefined : powersOfJobPod(was);
  const news = (old: readonly Power[] | undefined, fresh: readonly Power[]): readonly string[] =>
    powersText(
      beyond(old ?? [], old === undefined ? fresh.filter((power) => !isDefault(power)) : fresh, powerCovers),
    );
  const ofRole = (role: Role): readonly string[] => {
    const [old, fresh] = [was, runner].map((one) =>
      one === undefined ? undefined : containerPowers(one, role),
    );
    return news(old, fresh ?? []).map((power) => `${power} in "${role}"`);
  };
  return [...news(pod, powersOfJobPod(runner)), ...ROLES.flatMap(ofRole)];
}

function containerPowers(runner: ConfiguredRunner, role: Role): readonly Power[] {
  const [container, pod] = contextOf(runner, role);
  return powersOfContainer(container, pod);
}
