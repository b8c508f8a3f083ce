import type { Manifest } from '../../manifests/manifest';
import { at, listOf, textOf, type Path, type Value } from '../../manifests/value';
import { shown } from '../../text/shown';
import type { Check, Fault } from '../check';
import type { System } from '../system';
import { lookUp } from './lookup';
import { reference, type Reference } from './reference';

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

/** The Services that an Ingress or a route names. */
export function servicesOfRoutes(manifest: Manifest): readonly Reference[] {
  return backendsOf(manifest).flatMap(({ path, name, namespace }) =>
    reference(manifest, '/Service', [...path, name], 'requests are answered with an error', { namespace }),
  );
}

interface Backend {
  readonly manifest: Manifest;
  readonly path: Path;
  /** The field with the name of the Service. */
  readonly name: string;
  readonly namespace: string;
  readonly port: { readonly path: Path; readonly value: Value } | undefined;
}

function backendsOf(manifest: Manifest): readonly Backend[] {
  const { group, kind } = manifest.identity;
  if (group === 'networking.k8s.io' && kind === 'Ingress') return backendsOfIngress(manifest);
  return group === 'gateway.networking.k8s.io' && kind.endsWith('Route') ? backendsOfRoute(manifest) : [];
}

function backendsOfIngress(manifest: Manifest): readonly Backend[] {
  const rules = listOf(manifest.at('spec', 'rules')).flatMap((rule, index) =>
    listOf(at(rule, 'http', 'paths')).map((_, at) => [
      'spec',
      'rules',
      index,
      'http',
      'paths',
      at,
      'backend',
    ]),
  );
  return [['spec', 'defaultBackend'], ...rules].map((backend): Backend => {
    const path = [...backend, 'service'];
    const field = manifest.at(...path, 'port', 'name') === undefined ? 'number' : 'name';
    return {
      ...{ manifest, path, name: 'name', namespace: manifest.namespace },
      port: portAt(manifest, [...path, 'port', field]),
    };
  });
}

function backendsOfRoute(manifest: Manifest): readonly Backend[] {
  return listOf(manifest.at('spec', 'rules')).flatMap((rule, index) =>
    listOf(at(rule, 'backendRefs')).flatMap((backend, which): readonly Backend[] => {
      const path = ['spec', 'rules', index, 'backendRefs', which];
      const isService =
        (at(backend, 'kind') ?? 'Service') === 'Service' && (at(backend, 'group') ?? '') === '';
      const namespace = textOf(at(backend, 'namespace')) ?? manifest.namespace;
      const port = portAt(manifest, [...path, 'port']);
      return isService ? [{ manifest, path, name: 'name', namespace, port }] : [];
    }),
  );
}

function portAt(manifest: Manifest, path: Path): Backend['port'] {
  const value = manifest.at(...path);
  return value === undefined ? undefined : { path, value };
}

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
