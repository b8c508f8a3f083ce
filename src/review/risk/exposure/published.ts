import type { Manifest } from '../../../manifests/manifest';
import { at, listOf, textOf, type Value } from '../../../manifests/value';
import { gained } from '../access/pods';
import type { Risk } from '../risk';

/** What the world outside of the cluster can reach. */
export const PUBLISHED: readonly Risk[] = [
  {
    id: 'service-published',
    class: 'EXPOSURE',
    change: 'a Service can be reached from outside of the cluster',
    why: 'A node port or a load balancer answers all who reach a node or the address, whatever network policies of pods say elsewhere.',
    source:
      'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
    judge: (change) => gained(change, doorsOf, 'it can be reached from outside of the cluster'),
  },
  {
    id: 'route-added',
    class: 'EXPOSURE',
    change: 'an Ingress or a route leads to something new',
    why: 'Who reaches the gateway reaches what stands behind the name.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
    judge: (change) => gained(change, routesOf, 'the gateway leads to'),
  },
  {
    id: 'tls-off',
    class: 'EXPOSURE',
    change: 'an Ingress or Gateway serves without TLS what had it',
    why: 'Keys and archives pass in clear.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    *judge({ is, base, head }) {
      if (is !== 'changed' || head.kind !== 'Ingress') return;
      const had = listOf(base.at('spec', 'tls')).length > 0;
      if (had && listOf(head.at('spec', 'tls')).length === 0) yield { message: 'it is served without TLS' };
    },
  },
];

function doorsOf({ kind, identity: { group }, object }: Manifest): ReadonlySet<string> {
  if (kind !== 'Service' || group !== '') return new Set();
  const type = textOf(at(object, 'spec', 'type')) ?? 'ClusterIP';
  const ports = listOf(at(object, 'spec', 'ports')).map((port) => String(numberOr(at(port, 'port'))));
  const outside =
    type === 'NodePort' || type === 'LoadBalancer' ? ports.map((port) => `port ${port} by ${type}`) : [];
  const addresses = listOf(at(object, 'spec', 'externalIPs')).filter((ip) => typeof ip === 'string');
  return new Set([...outside, ...addresses.map((ip) => `address ${ip}`)]);
}

function numberOr(value: Value | undefined): number | string {
  return typeof value === 'number' || typeof value === 'string' ? value : '?';
}

function routesOf({ kind, identity: { group }, object }: Manifest): ReadonlySet<string> {
  if (group === 'networking.k8s.io' && kind === 'Ingress') {
    const rules = listOf(at(object, 'spec', 'rules')).flatMap((rule) =>
      listOf(at(rule, 'http', 'paths')).map(
        (path) =>
          `${textOf(at(rule, 'host')) ?? '*'}${textOf(at(path, 'path')) ?? '/'} to ${serviceOf(at(path, 'backend'))}`,
      ),
    );
    const fallback = at(object, 'spec', 'defaultBackend');
    return new Set([...rules, ...(fallback === undefined ? [] : [`* to ${serviceOf(fallback)}`])]);
  }
  if (group !== 'gateway.networking.k8s.io' || !kind.endsWith('Route')) return new Set();
  const hosts = listOf(at(object, 'spec', 'hostnames')).filter((host) => typeof host === 'string');
  const names = listOf(at(object, 'spec', 'rules')).flatMap((rule) =>
    listOf(at(rule, 'backendRefs')).map(
      (backend) => `${textOf(at(backend, 'name')) ?? '?'}:${String(numberOr(at(backend, 'port')))}`,
    ),
  );
  return new Set(
    (hosts.length === 0 ? ['*'] : hosts).flatMap((host) => names.map((name) => `${host} to ${name}`)),
  );
}

function serviceOf(backend: Value | undefined): string {
  const port = at(backend, 'service', 'port', 'number') ?? at(backend, 'service', 'port', 'name');
  return `${textOf(at(backend, 'service', 'name')) ?? '?'}:${String(numberOr(port))}`;
}
