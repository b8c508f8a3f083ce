import { at, isMap, listOf, mapOf, textOf, type Value, type ValueMap } from '../../manifests/value';
import type { Check } from '../check';
import { eachServer, type ContainerOf, type Said } from './row';
import { servedContainers } from './served';

const KUBERNETES = 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes';

/** How it is asked whether a container is well. */
export const PROBES: readonly Check[] = [
  eachServer({
    id: 'liveness-probe',
    severity: 'note',
    rule: 'What serves has a liveness probe',
    why: 'A process that hangs stays until a person restarts it.',
    source: KUBERNETES,
    breaks: ({ container: { value, name } }) =>
      isMap(value.livenessProbe)
        ? undefined
        : {
            field: ['livenessProbe'],
            message: `Nothing restarts container "${name}" when it hangs`,
            remedy: 'add a "livenessProbe" that asks the process alone, nothing that it depends on',
          },
  }),
  eachServer({
    id: 'readiness-probe',
    severity: 'note',
    rule: 'What serves has a readiness probe',
    why: 'Without one a pod gets connections before it listens, and a rollout goes on over a broken release.',
    source: KUBERNETES,
    breaks: ({ container }, system) => {
      const { value, name } = container;
      if (isMap(value.readinessProbe)) return undefined;
      const served = system.view(servedContainers).has(container);
      return {
        field: ['readinessProbe'],
        severity: served ? 'warning' : 'note',
        message: served
          ? `A Service sends connections to container "${name}" before it listens`
          : `A rollout does not see that container "${name}" is not ready`,
        remedy: 'add a "readinessProbe"',
      };
    },
  }),
  eachServer({
    id: 'probes-identical',
    severity: 'warning',
    rule: 'Liveness and readiness ask different things',
    why: 'What is only busy or waits for something else is restarted, when it needs nothing but fewer connections.',
    source: 'kube-score, README_PROBES.md',
    breaks: ({ container: { value, name } }) => {
      const [live, ready] = [handlerOf(value.livenessProbe), handlerOf(value.readinessProbe)];
      if (live === undefined || live !== ready) return undefined;
      return {
        field: ['livenessProbe'],
        message: `Container "${name}" is restarted by the same answer that should only keep connections away`,
        remedy: 'ask a cheaper question in "livenessProbe", or another path in "readinessProbe"',
      };
    },
  }),
  eachServer({
    id: 'probe-port',
    severity: 'note',
    rule: 'Probes ask ports that the container declares',
    why: 'A port number that is written twice changes in one place only; then the probe fails and the pod restarts for ever.',
    source: 'kube-linter, checks liveness-port, readiness-port, startup-port',
    breaks: undeclaredPort,
  }),
  eachServer({
    id: 'startup-probe',
    severity: 'note',
    rule: 'What has a liveness probe has time to start',
    why: 'On a slow node, or with much to read first, a start takes longer than it ever did; then the container is restarted for ever, each time before it is up.',
    source: `${KUBERNETES}; https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes`,
    breaks: ({ container: { value, name } }) => {
      if (!isMap(value.livenessProbe) || isMap(value.startupProbe)) return undefined;
      const seconds = secondsToRestart(value.livenessProbe);
      return seconds >= START_SECONDS
        ? undefined
        : {
            field: ['livenessProbe'],
            message: `Container "${name}" is restarted some ${String(seconds)} seconds after its start, where it is not up by then`,
            remedy: `add a "startupProbe" that gives it ${String(START_SECONDS)} seconds or more`,
          };
    },
  }),
];

/** What a program gets that has to read something first, on a node that starts others too. */
const START_SECONDS = 60;

/** A number of 0 stands for the default, as the API server has it. */
function secondsToRestart(probe: ValueMap): number {
  const { initialDelaySeconds: delay, periodSeconds: period, failureThreshold: failures } = probe;
  return numberOr(0, delay) + numberOr(10, period) * numberOr(3, failures);
}

function numberOr(unsaid: number, value: Value | undefined): number {
  return typeof value === 'number' && value > 0 ? value : unsaid;
}

/** What a probe asks, without how often. */
function handlerOf(probe: Value | undefined): string | undefined {
  for (const handler of ['httpGet', 'tcpSocket', 'grpc', 'exec']) {
    const asked = at(probe, handler);
    if (!isMap(asked)) continue;
    return JSON.stringify([
      handler,
      ...['path', 'port', 'service', 'command', 'host'].map((key) => asked[key] ?? null),
    ]);
  }
  return undefined;
}

/** Of numbers alone: a name that is not declared is an error, and not of taste. */
function undeclaredPort({ container: { value, name } }: ContainerOf): Said | undefined {
  const declared = listOf(value.ports).map((port) => mapOf(port).containerPort);
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    for (const handler of ['httpGet', 'tcpSocket', 'grpc']) {
      const port = at(value[probe], handler, 'port');
      if (typeof port !== 'number' || declared.includes(port)) continue;
      const named = textOf(at(value.ports, 0, 'name'));
      return {
        field: [probe, handler, 'port'],
        message: `Container "${name}" does not declare port ${String(port)}, which its "${probe}" asks`,
        remedy: `add it to "ports"${named === undefined ? '' : ` or ask port "${named}"`}`,
      };
    }
  }
  return undefined;
}
