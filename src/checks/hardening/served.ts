import { mapOf, textOf } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import type { System } from '../../system/system';
import { podIndex } from './selected';

/** Workloads whose pods a Service selects. */
export function servedPods(system: System): ReadonlySet<Workload> {
  const pods = system.view(podIndex);
  return new Set(
    system
      .ofKind('', 'Service')
      .filter((service) => textOf(service.at('spec', 'type')) !== 'ExternalName')
      .flatMap((service) => {
        const selector = mapOf(service.at('spec', 'selector'));
        return Object.keys(selector).length === 0
          ? []
          : pods.selected(service.namespace, { matchLabels: selector });
      }),
  );
}
