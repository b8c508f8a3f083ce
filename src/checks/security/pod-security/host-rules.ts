import { at, textOf, type Path } from '../../../manifests/value';
import type { Container, Workload } from '../../../manifests/workload';
import { entriesOf, saidAt, settersOf, type Breach, type PodRule } from './pod-rule';

/** What would give a pod a piece of its node. */
export const HOST_RULES: readonly PodRule[] = [
  {
    id: 'hostNamespaces',
    reason: 'host namespaces',
    level: 'baseline',
    since: 0,
    breaches: ({ spec, specPath }) =>
      ['hostNetwork', 'hostPID', 'hostIPC']
        .filter((field) => spec[field] === true)
        .map((field) => ({
          path: [...specPath, field],
          what: `the pod shares its node's ${field.slice('host'.length)} namespace`,
          remedy: `remove "${field}"`,
        })),
  },
  {
    id: 'hostPathVolumes',
    reason: 'hostPath volumes',
    level: 'baseline',
    since: 0,
    breaches: ({ spec, specPath }) =>
      entriesOf(spec.volumes, [...specPath, 'volumes'])
        .filter(({ entry }) => saidAt(entry, 'hostPath') !== undefined)
        .map(({ entry, path }) => ({
          path: [...path, 'hostPath'],
          part: 'key',
          what: `volume "${textOf(at(entry, 'name')) ?? ''}" is a folder of the node`,
          remedy: 'take a claim or an emptyDir instead',
        })),
  },
  {
    id: 'hostPorts',
    reason: 'hostPort',
    level: 'baseline',
    since: 0,
    breaches: ({ containers }) =>
      containers.flatMap(({ name, path, value }) =>
        entriesOf(value.ports, [...path, 'ports'])
          .filter(({ entry }) => (saidAt(entry, 'hostPort') ?? 0) !== 0)
          .map(({ path: port }) => ({
            path: [...port, 'hostPort'],
            what: `container "${name}" takes a port of its node`,
            remedy: 'remove "hostPort" and use a Service',
          })),
      ),
  },
  {
    id: 'hostProbesAndHostLifecycle',
    reason: 'probe or lifecycle host',
    level: 'baseline',
    since: 34,
    breaches: (pod) => pod.containers.flatMap(probeHosts),
  },
  {
    id: 'windowsHostProcess',
    reason: 'hostProcess',
    level: 'baseline',
    since: 0,
    breaches: (pod: Workload) =>
      settersOf(pod)
        .filter(({ value }) => at(value, 'windowsOptions', 'hostProcess') === true)
        .map(({ who, path }) => ({
          path: [...path, 'windowsOptions', 'hostProcess'],
          what: `${who} is a process of its Windows node`,
          remedy: 'remove "hostProcess"',
        })),
  },
];

const HANDLERS: readonly Path[] = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

/** The kubelet, which sends them, reaches what no pod does. */
function probeHosts({ name, path, value }: Container): readonly Breach[] {
  return HANDLERS.flatMap((handler) => ['httpGet', 'tcpSocket'].map((how) => [...handler, how, 'host']))
    .filter((host) => (textOf(at(value, ...host)) ?? '') !== '')
    .map((host) => ({
      path: [...path, ...host],
      what: `container "${name}" has the kubelet call another host`,
      remedy: 'remove "host"',
    }));
}
