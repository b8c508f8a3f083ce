import { at, listOf, textOf } from '../../manifests/value';
import { shown } from '../../text/shown';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { lookUp } from '../../system/lookup';
import { backendsOf, type Backend } from '../../system/backends';

/** What stands before Services: Ingresses and routes. */
export const ROUTE_CHECKS: readonly Check[] = [
  {
    id: 'backend-port-missing',
    severity: 'error',
    rule: 'An Ingress or route names a port that its Service has',
    why: 'Requests are answered with 500 or 503, and only the log of the controller says why.',
    source:
      'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend',
    find: (system) =>
      system.manifests.flatMap((manifest) =>
        backendsOf(manifest).flatMap((backend) => portFaults(system, backend)),
      ),
  },
];

function portFaults(system: System, { manifest, path, name, namespace, port }: Backend): readonly Fault[] {
  const service = textOf(manifest.at(...path, name)) ?? '';
  const sight = lookUp(system, '/Service', namespace, service);
  if (sight.kind !== 'here' || port === undefined) return [];
  const ports = sight.provided.flatMap((found) => listOf(found.manifest.at('spec', 'ports')));
  const field = typeof port.value === 'string' ? 'name' : 'port';
  if (ports.length === 0 || ports.some((one) => at(one, field) === port.value)) return [];
  const there = ports
    .flatMap((one) => [at(one, field)])
    .filter((one) => one !== undefined)
    .map(shown);
  return [
    {
      spot: { manifest, path: port.path },
      message: `Service "${service}" has no port ${shown(port.value)}: requests are answered with an error`,
      remedy:
        there.length === 0 ? 'name a port of the Service' : `name a port of the Service: ${there.join(', ')}`,
    },
  ];
}
