import type { Manifest } from '../manifests/manifest';
import { at, listOf, textOf, type Path, type Value } from '../manifests/value';
import { reference, type Reference } from './reference';

/** The Services that an Ingress or a route names. */
export function servicesOfRoutes(manifest: Manifest): readonly Reference[] {
  return backendsOf(manifest).flatMap(({ path, name, namespace }) =>
    reference(manifest, '/Service', [...path, name], 'requests are answered with an error', { namespace }),
  );
}

/** Where an Ingress or a route leads to. */
export interface Backend {
  readonly manifest: Manifest;
  readonly path: Path;
  /** The field with the name of the Service. */
  readonly name: string;
  readonly namespace: string;
  readonly port: { readonly path: Path; readonly value: Value } | undefined;
}

export function backendsOf(manifest: Manifest): readonly Backend[] {
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
  const backends = [['spec', 'defaultBackend'], ...rules].map((backend) => [...backend, 'service']);
  return backends
    .filter((path) => !isAction(manifest, path))
    .map((path): Backend => {
      const field = manifest.at(...path, 'port', 'name') === undefined ? 'number' : 'name';
      return {
        ...{ manifest, path, name: 'name', namespace: manifest.namespace },
        port: portAt(manifest, [...path, 'port', field]),
      };
    });
}

/** With this port the name is of an annotation, which says what to answer. (aws-load-balancer-controller, docs/guide/ingress/annotations.md) */
function isAction(manifest: Manifest, path: Path): boolean {
  return manifest.at(...path, 'port', 'name') === 'use-annotation';
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
