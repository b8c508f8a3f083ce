import type { Manifest } from '../../../manifests/manifest';
import { at, listOf, textOf, type Value } from '../../../manifests/value';
import { beyond } from '../beyond';
import { bothWays, type Side } from '../both-ways';
import type { Judgement, Risk } from '../risk';
import { typeOf } from '../subject';
import { hostCovers } from './host';

/** Where gateways lead. */
export const ROUTES: readonly Risk[] = bothWays(
  'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  moreRoutes,
  {
    id: 'route-added',
    class: 'EXPOSURE',
    change: 'an Ingress or a route leads to something new',
    why: 'Who reaches the gateway reaches what stands behind the name.',
    message: (routes) => `the gateway leads to: ${routes}`,
  },
  {
    id: 'route-removed',
    class: 'ROUTINE',
    change: 'an Ingress or a route leads to something no more',
    why: 'Whoever used the name gets an error, or what else the gateway has there.',
    message: (routes) => `the gateway no longer leads to: ${routes}`,
  },
);

interface Route {
  readonly host: string;
  readonly path: string;
  /** Whether it takes all paths below. */
  readonly isPrefix: boolean;
  readonly target: string;
}

function* moreRoutes(from: Side, to: Side): Generator<Judgement> {
  const routes = beyond(routesIn(from), routesIn(to), routeCovers).map(
    ({ host, path, target }) => `${host}${path} to ${target}`,
  );
  if (routes.length > 0) yield { message: [...new Set(routes)].join(', ') };
}

function routeCovers(wide: Route, narrow: Route): boolean {
  return wide.target === narrow.target && hostCovers(wide.host, narrow.host) && pathCovers(wide, narrow);
}

/** A prefix takes whole steps: `/a` takes `/a/b` and not `/ab`. */
function pathCovers(wide: Route, narrow: Route): boolean {
  if (!wide.isPrefix) return !narrow.isPrefix && wide.path === narrow.path;
  const prefix = wide.path.replace(/\/+$/, '');
  return narrow.path === wide.path || `${narrow.path}/`.startsWith(`${prefix}/`);
}

function routesIn({ manifest }: Side): readonly Route[] {
  if (manifest === undefined) return [];
  if (typeOf(manifest) === 'networking.k8s.io/Ingress') return ingressRoutes(manifest);
  const { group, kind } = manifest.identity;
  return group === 'gateway.networking.k8s.io' && kind.endsWith('Route') ? gatewayRoutes(manifest) : [];
}

function ingressRoutes(ingress: Manifest): readonly Route[] {
  const fallback = ingress.at('spec', 'defaultBackend');
  return [
    ...listOf(ingress.at('spec', 'rules')).flatMap((rule) =>
      listOf(at(rule, 'http', 'paths')).map((path) => ({
        host: textOf(at(rule, 'host')) ?? '*',
        path: textOf(at(path, 'path')) ?? '/',
        isPrefix: at(path, 'pathType') !== 'Exact',
        target: serviceOf(at(path, 'backend')),
      })),
    ),
    ...(fallback === undefined
      ? []
      : [{ host: '*', path: '/', isPrefix: true, target: serviceOf(fallback) }]),
  ];
}

function gatewayRoutes(route: Manifest): readonly Route[] {
  const said = listOf(route.at('spec', 'hostnames')).flatMap((host) => textOf(host) ?? []);
  const hosts = said.length === 0 ? ['*'] : said;
  return listOf(route.at('spec', 'rules')).flatMap((rule) => {
    const matches = listOf(at(rule, 'matches')).map((match) => at(match, 'path'));
    return (matches.length === 0 ? [undefined] : matches).flatMap((path) =>
      listOf(at(rule, 'backendRefs')).flatMap((backend) =>
        hosts.map((host) => ({
          host,
          path: textOf(at(path, 'value')) ?? '/',
          isPrefix: (at(path, 'type') ?? 'PathPrefix') === 'PathPrefix',
          target: `${textOf(at(backend, 'name')) ?? '?'}:${told(at(backend, 'port'))}`,
        })),
      ),
    );
  });
}

function serviceOf(backend: Value | undefined): string {
  const port = at(backend, 'service', 'port', 'number') ?? at(backend, 'service', 'port', 'name');
  return `${textOf(at(backend, 'service', 'name')) ?? '?'}:${told(port)}`;
}

function told(value: Value | undefined): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '?';
}
