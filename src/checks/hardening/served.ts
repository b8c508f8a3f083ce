import { at, listOf, textOf, type Value } from '../../manifests/value';
import type { Manifest } from '../../manifests/manifest';
import type { Container, Workload } from '../../manifests/workload';
import type { System } from '../../system/system';
import { selected, selectorOfService } from '../../system/selector';

/** Containers that a Service sends connections to. */
export function servedContainers(system: System): ReadonlySet<Container> {
  return new Set(
    system
      .ofKind('', 'Service')
      .filter((service) => textOf(service.at('spec', 'type')) !== 'ExternalName')
      .flatMap((service) =>
        selected(system, service.namespace, selectorOfService(service)).flatMap((workload) =>
          containersBehind(service, workload),
        ),
      ),
  );
}

/** Those that declare the ports it leads to; of ports that none declares there is no telling whose they are. */
function containersBehind(service: Manifest, { containers }: Workload): readonly Container[] {
  const targets = listOf(service.at('spec', 'ports')).map(
    (port) => at(port, 'targetPort') ?? at(port, 'port'),
  );
  const known = targets.map((target) => containers.filter((container) => declares(container, target)));
  return known.length === 0 || known.some((some) => some.length === 0) ? containers : known.flat();
}

function declares({ value }: Container, target: Value | undefined): boolean {
  return listOf(value.ports).some(
    (port) => target !== undefined && (at(port, 'containerPort') === target || at(port, 'name') === target),
  );
}
