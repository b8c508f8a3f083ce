import { groupBy } from '../../manifests/groups';
import { at, listOf, textOf, type Value } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import type { System } from '../../system/system';
import { servicesWithPods } from './services';

/**
 * Whether pods declare a port to which no Service leads, so that a Service which leads past all of them may mean it. Ports
 * for metrics and health are asked without a Service.
 */
export function hasIdlePort(system: System, pod: Workload): boolean {
  const targets = (system.view(targetsByPod).get(pod) ?? []).map(({ target }) => target);
  return pod.containers
    .flatMap(({ value }) => listOf(value.ports))
    .some((port) => {
      const name = textOf(at(port, 'name')) ?? '';
      const isMeant = targets.some((target) => target === at(port, 'containerPort') || target === name);
      return !isMeant && !ASIDE.test(name);
    });
}

const ASIDE = /metric|monitor|prom|health|probe|live|ready|stat|prof|debug|admin/;

interface Target {
  readonly pod: Workload;
  readonly target: Value | undefined;
}

function targetsByPod(system: System): ReadonlyMap<Workload, readonly Target[]> {
  const targets = system
    .view(servicesWithPods)
    .flatMap(({ service, pods }) =>
      listOf(service.at('spec', 'ports')).flatMap((port) =>
        pods.map((pod): Target => ({ pod, target: at(port, 'targetPort') ?? at(port, 'port') })),
      ),
    );
  return groupBy(targets, ({ pod }) => pod);
}
