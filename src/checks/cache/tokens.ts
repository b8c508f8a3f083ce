import { textOf } from '../../manifests/value';
import type { Check, Fault } from '../check';
import { hasEnvFrom, variablesOf } from './container-env';
import { perRunner } from './per-runner';
import type { ConfiguredRunner } from '../../system/runners/runner-configs';
import { storedTextsOf } from '../../system/runners/stored-texts';

/** By what GitLab knows a runner. */
export const TOKEN_CHECKS: readonly Check[] = [
  {
    id: 'runner-token',
    secret: true,
    severity: 'error',
    rule: 'Each runner has an authentication token',
    why: 'A registration token or an empty one is refused: the manager runs and never gets a job.',
    source: 'gitlab-runner, commands/multi.go: "Runner token is empty or whitespace"; seen with 19.4',
    find: perRunner(function* (runner) {
      if (runner.config.isTemplate) return;
      const token = textOf(runner.at('token')) ?? '';
      const fault = tokenFault(token, runner);
      if (fault === undefined) return;
      yield {
        spot: runner.spotOf('token'),
        message: fault,
        remedy:
          'write token = "${CI_SERVER_TOKEN}", and give the manager that variable from a Secret with a "glrt-" token',
      };
    }),
  },
  {
    id: 'runner-token-kind',
    secret: true,
    severity: 'error',
    rule: 'The Secret of a runner holds an authentication token',
    why: 'GitLab takes a registration token for nothing but the old way of registration, which 18.0 and later refuse by default.',
    source: 'docs.gitlab.com/ci/runners/new_creation_workflow; charts/gitlab-runner issue 527',
    find: (system) =>
      system.view(storedTextsOf).flatMap(({ manifest, path, key, text }): Fault[] => {
        if (manifest.kind !== 'Secret' || key !== 'runner-token' || !isOtherToken(text)) return [];
        return [
          {
            spot: { manifest, path },
            message: 'This is no token of a runner: GitLab refuses it',
            remedy: 'make a runner in GitLab, and put its token here, which begins with "glrt-"',
          },
        ];
      }),
  },
];

/** Prefixes that GitLab gives to tokens of people, projects, jobs and triggers. */
const OTHER_TOKENS = /^(?:glagent|glcbt|gldt|glft|glimt|gloas|glpat|glptt|glsoat)-/;

function isOtherToken(text: string): boolean {
  return text.startsWith('GR1348941') || OTHER_TOKENS.test(text);
}

function tokenFault(token: string, { config }: ConfiguredRunner): string | undefined {
  if (token.trim() === '') return 'No token is said: the runner is skipped, and never gets a job';
  if (token.startsWith('GR1348941')) return 'A registration token is no token of a runner: GitLab refuses it';
  if (OTHER_TOKENS.test(token)) return 'This is the token of something else: GitLab refuses it';
  const [, name] = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(token) ?? [];
  if (name === undefined || config.managers.length === 0) return undefined;
  const isSet = config.managers.some((workload) =>
    workload.containers.some(
      (container) =>
        hasEnvFrom(container) || variablesOf(workload, container).some((variable) => variable.name === name),
    ),
  );
  return isSet
    ? undefined
    : `No container has the variable ${name}: the token is empty, and the runner never gets a job`;
}
