import { at, listOf, textOf } from '../../manifests/value';
import type { Container, Workload } from '../../manifests/workload';
import { runnerConfigs } from '../../system/runners/runner-configs';
import type { System } from '../../system/system';
import type { Check } from '../check';
import { eachPod, type Said } from './row';

/** How long a pod may take to end. */
export const GRACE: readonly Check[] = [
  eachPod({
    id: 'grace-period',
    severity: 'warning',
    rule: 'A pod has the time that it needs to end',
    why: 'When the grace period is over, processes are killed: what they hold open is cut, and what they have not written is lost.',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
    breaks: (workload, system) => {
      const { manifest, spec } = workload;
      const said = spec.terminationGracePeriodSeconds;
      const seconds = typeof said === 'number' ? said : DEFAULT_SECONDS;
      if (seconds === 0) return manifest.kind === 'StatefulSet' ? KILLED : undefined;
      return (
        workload.containers.map((container) => beforeStop(container, seconds)).find((one) => one) ??
        jobsLost(workload, seconds, system)
      );
    },
  }),
];

/** The API server's own. */
const DEFAULT_SECONDS = 30;

const FIELD = ['terminationGracePeriodSeconds'];

const KILLED: Said = {
  field: FIELD,
  message:
    'Pods of this StatefulSet are killed at once, and their successors may start beside them on the same volume',
  remedy: 'set "terminationGracePeriodSeconds" to what its pods need to end, or remove it',
};

/** The time of a hook counts: what it leaves is for the process itself. */
function beforeStop({ name, value }: Container, seconds: number): Said | undefined {
  const hook = at(value, 'lifecycle', 'preStop');
  const pause = pauseOf(at(hook, 'sleep', 'seconds') ?? at(hook, 'exec', 'command'));
  return pause < seconds
    ? undefined
    : {
        field: FIELD,
        message: `The "preStop" of container "${name}" takes ${String(pause)} seconds, and after ${String(seconds)} the process is killed, which has not been told to end yet`,
        remedy: `set "terminationGracePeriodSeconds" to more than ${String(pause)}, with what the process itself needs`,
      };
}

/** The longest `sleep` with a plain number of seconds. */
function pauseOf(value: ReturnType<typeof at>): number {
  if (typeof value === 'number') return value;
  const command = listOf(value)
    .map((word) => textOf(word) ?? '')
    .join(' ');
  const pauses = [...command.matchAll(/(?:^|[\s;&|/])sleep\s+(\d+)s?(?![\w.])/g)];
  return Math.max(0, ...pauses.map(([, number]) => Number(number)));
}

/** A manager that is told to end waits for its jobs, or at least takes away their pods. */
function jobsLost(workload: Workload, seconds: number, system: System): Said | undefined {
  const isManager = system.view(runnerConfigs).some(({ managers }) => managers.includes(workload));
  return !isManager || !MANAGERS.has(workload.manifest.kind) || seconds >= JOB_SECONDS
    ? undefined
    : {
        field: FIELD,
        severity: 'note',
        message: `Jobs that run when this runner ends have ${String(seconds)} seconds to come to an end`,
        remedy: 'set "terminationGracePeriodSeconds" to what a job may take, such as 3600',
      };
}

const MANAGERS = new Set(['Deployment', 'StatefulSet']);

/** Less than hardly any job takes. */
const JOB_SECONDS = 60;
