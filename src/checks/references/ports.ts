import { objectName } from '../../manifests/identity';
import { at, listOf, textOf, type Path, type Value } from '../../manifests/value';
import type { Container, Workload } from '../../manifests/workload';
import { quoted, shown } from '../../text/shown';
import { suggestion } from '../../text/closest';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { hasIdlePort } from './idle-ports';
import { servicesWithPods, type ServiceWithPods } from './services';

/** Ports that somebody else opens. */
export const PORT_CHECKS: readonly Check[] = [
  {
    id: 'service-port-not-in-pods',
    severity: 'error',
    rule: 'A port of a Service leads to a port of its pods',
    why: 'A port by a name that no container has takes the pods out of the Service; a wrong number is refused by them.',
    source: 'kubernetes, pkg/api/v1/pod/util.go (FindPort)',
    find: (system) => system.view(servicesWithPods).flatMap((service) => portsOfService(system, service)),
  },
  {
    id: 'probe-port-missing',
    severity: 'error',
    rule: 'A probe that asks at a port by name finds it in its own container',
    why: 'The kubelet fails such a probe each time: the pod is never ready, or is killed again and again.',
    source: 'kubernetes, pkg/probe/util.go (ResolveContainerPort)',
    find: ({ workloads }) =>
      workloads.flatMap((workload) =>
        workload.containers.flatMap((container) => portsOfProbes(workload, container)),
      ),
  },
];

function portsOfService(system: System, { service, pods }: ServiceWithPods): readonly Fault[] {
  if (pods.length === 0) return [];
  return listOf(service.at('spec', 'ports')).flatMap((port, index): readonly Fault[] => {
    const field = at(port, 'targetPort') === undefined ? 'port' : 'targetPort';
    const wanted = at(port, field);
    const protocol = textOf(at(port, 'protocol')) ?? 'TCP';
    const path = ['spec', 'ports', index, field];
    const without = pods.filter((pod) => !listensAt(pod, wanted, protocol));
    if (typeof wanted === 'string') {
      if (without.length < pods.length) return [];
      return [named(service, path, { wanted, protocol, pods })];
    }
    const silent = without.filter(({ containers }) => running(containers).every(declaresPorts));
    return typeof wanted === 'number' && silent.length > 0 && silent.length === without.length
      ? [
          {
            ...numbered(service, path, { wanted, protocol, pods: silent }),
            // A port need not be declared to be listened at.
            severity: silent.some((pod) => hasIdlePort(system, pod)) ? 'warning' : 'note',
          },
        ]
      : [];
  });
}

interface Miss<Wanted> {
  readonly wanted: Wanted;
  readonly protocol: string;
  readonly pods: readonly Workload[];
}

function named(
  manifest: ServiceWithPods['service'],
  path: Path,
  { wanted, protocol, pods }: Miss<string>,
): Fault {
  const ports = pods.flatMap(({ containers }) => running(containers).flatMap(portsOf));
  const names = ports.flatMap((port) => textOf(at(port, 'name')) ?? []);
  return {
    spot: { manifest, path },
    message: names.includes(wanted)
      ? `Port "${wanted}" of the pods is not of protocol ${protocol}: no connection gets through`
      : `No container has a port "${wanted}": no connection gets through`,
    remedy: names.includes(wanted)
      ? 'give the two the same "protocol"'
      : `name a port that the pods have${suggestion(wanted, names)}`,
  };
}

function numbered(
  manifest: ServiceWithPods['service'],
  path: Path,
  { wanted, protocol, pods }: Miss<number>,
): Fault {
  const [{ manifest: first, containers } = { manifest, containers: [] }] = pods;
  const there = running(containers)
    .flatMap(portsOf)
    .map((port) => shown(at(port, 'containerPort')));
  return {
    spot: { manifest, path },
    message: `${objectName(first.identity)} declares ${quoted(there)}, but not port ${String(wanted)} (${protocol}): where nothing listens there, connections are refused`,
    remedy: 'lead to a port that the pods declare, or declare this one',
  };
}

/** Init containers that never end count among the others. */
function running(containers: readonly Container[]): readonly Container[] {
  return containers.filter(
    ({ list, value }) =>
      list === 'containers' || (list === 'initContainers' && value.restartPolicy === 'Always'),
  );
}

function portsOf({ value }: Container): readonly Value[] {
  return listOf(value.ports);
}

function declaresPorts(container: Container): boolean {
  return portsOf(container).length > 0;
}

function listensAt({ containers }: Workload, wanted: Value | undefined, protocol: string): boolean {
  return running(containers)
    .flatMap(portsOf)
    .some(
      (port) =>
        at(port, typeof wanted === 'string' ? 'name' : 'containerPort') === wanted &&
        (textOf(at(port, 'protocol')) ?? 'TCP') === protocol,
    );
}

const PROBES: readonly Path[] = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

function portsOfProbes({ manifest }: Workload, container: Container): readonly Fault[] {
  const names = portsOf(container).flatMap((port) => textOf(at(port, 'name')) ?? []);
  return PROBES.flatMap((probe) =>
    ['httpGet', 'tcpSocket'].map((action) => [...probe, action, 'port']),
  ).flatMap((path): readonly Fault[] => {
    const port = textOf(at(container.value, ...path));
    if (port === undefined || names.includes(port) || /^\d+$/.test(port)) return [];
    return [
      {
        spot: { manifest, path: [...container.path, ...path] },
        message: `Container "${container.name}" has no port "${port}": the probe fails each time`,
        remedy: `name a port of this container${suggestion(port, names)}`,
      },
    ];
  });
}
