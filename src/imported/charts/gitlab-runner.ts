import { secret } from '../keys-explained';
import { at, carried, dropped, numberOf, replaced, textOf, type Row } from '../row';
import type { Chart } from './chart';
import { CACHE_2018, JOBS_2018 } from './gitlab-runner-2018';
import { ANNOTATED, MOUNTED, NAMED, PLACED, PROBED, RESTRICTED, SIZED } from './minio-common';
import { managerImage } from './manager-image';

export const TOKEN =
  'create the runner in GitLab, and put its token (`glrt-…`) into Secret "gitlab-runner-token", key "token", of its namespace';
export const IN_GITLAB = 'it is said in GitLab, where the runner is created';
const FIXED = 'part of the manifests: `config.toml` is written whole';

/** GitLab's chart, with the keys that it had until 0.53.0 of 2023 and those of 0.94. (charts/gitlab-runner, values.yaml) */
export const RUNNER_CHART: Chart = {
  name: 'gitlab/gitlab-runner',
  family: 'runner',
  implied: [],
  rows: [
    carried('gitlabUrl', 'gitlab.url', textOf),
    secret('runnerRegistrationToken', `GitLab ends registration tokens; ${TOKEN}`),
    secret('runnerToken', TOKEN),
    tokenSecret(),
    carried('concurrent', 'runners.0.concurrent', numberOf),
    certificates(),
    ...managerImage(),
    ...CACHE_2018,
    ...JOBS_2018,
    { path: 'runners.executor', read: ({ value }) => executor(value) },
    ...replaced('runners.name', 'a name of its own would also name its namespaces: `runners[].name`'),
    ...replaced(
      'runners.tags runners.runUntagged runners.locked runners.protected runners.maximumTimeout',
      IN_GITLAB,
    ),
    ...dropped(
      'runners.configPath',
      'the file of that path is in no values: import its text as runners.config',
    ),
    ...replaced('unregisterRunners', 'a token outlives its pods, so nothing is registered or unregistered'),
    ...replaced(
      'terminationGracePeriodSeconds deploymentLifecycle.** strategy.**',
      'jobs have an hour to end, beside the new manager',
    ),
    ...replaced('checkInterval logLevel logFormat shutdown_timeout connectionMaxAge', FIXED),
    ...dropped('sentryDsn preEntrypointScript configMaps.**', FIXED),
    {
      path: 'replicas',
      read: ({ value }) =>
        Number(value) > 1
          ? {
              kind: 'dropped',
              why: 'two managers would ask for twice as many jobs; raise `runners[].concurrent`',
            }
          : { kind: 'replaced', why: 'one manager, always' },
    },
    ...dropped('hpa.**', 'two managers would ask for twice as many jobs; raise `runners[].concurrent`'),
    ...replaced('rbac.**', 'one Role in the namespace of the jobs, with what the executor needs and no `*`'),
    ...replaced(
      'serviceAccount.** automountServiceAccountToken',
      'the manager has a ServiceAccount of its own',
    ),
    ...replaced(
      'metrics.enabled metrics.port metrics.portName',
      'the manager tells its metrics at port 9252',
    ),
    ...dropped(
      'metrics.** service.**',
      'not built yet: `monitoring`; the metrics are at port 9252 of the pod',
    ),
    ...dropped('sessionServer.**', 'no web terminals: nobody connects to the manager'),
    ...replaced('resources.**', SIZED),
    ...replaced('securityContext.** podSecurityContext.** useTini', RESTRICTED),
    ...replaced(
      'livenessProbe.** readinessProbe.** startupProbe.** probeTimeoutSeconds',
      `${PROBED}, and none asks GitLab`,
    ),
    ...dropped(
      'envVars.** extraEnv.** extraEnvFrom.** extraEnvFromRefs.**',
      "the manager's environment is fixed; what jobs get is `settings.environment`",
    ),
    ...dropped(
      'volumes.** volumeMounts.** secrets.** extraContainers.** initContainers.** extraObjects.** hostAliases.** hostname',
      MOUNTED,
    ),
    ...dropped(
      'nodeSelector.** tolerations.** affinity.** topologySpreadConstraints.** priorityClassName runtimeClassName schedulerName',
      PLACED,
    ),
    ...dropped('nameOverride fullnameOverride', NAMED),
    ...dropped(
      'podAnnotations.** podLabels.** deploymentAnnotations.** deploymentLabels.** revisionHistoryLimit',
      ANNOTATED,
    ),
    namespace(),
  ],
};

/** The chart reads key `runner-token` of it. */
function tokenSecret(): Row {
  return {
    path: 'runners.secret',
    read: ({ value }) => ({
      kind: 'carried',
      to: [
        { path: at('runners.0.token.kind'), value: 'existing' },
        { path: at('runners.0.token.secret'), value: textOf(value) },
        { path: at('runners.0.token.key'), value: 'runner-token' },
      ],
    }),
  };
}

function certificates(): Row {
  return {
    path: 'certsSecretName',
    read: ({ value }) => ({
      kind: 'replaced',
      to: [{ path: at('gitlab.caSecret'), value: textOf(value) }],
      why: '`gitlab.caSecret`, which needs the CA under key "ca.crt"; the chart wanted the name of the host',
    }),
  };
}

function namespace(): Row {
  return {
    path: 'namespace',
    read: ({ value }) => ({
      kind: 'carried',
      to: [{ path: at('runners.0.namespace'), value: textOf(value) }],
    }),
  };
}

export function executor(value: unknown): ReturnType<Row['read']> {
  return value === 'kubernetes'
    ? { kind: 'replaced', why: 'the executor is "kubernetes", always' }
    : { kind: 'dropped', why: 'the executor is "kubernetes", always' };
}
