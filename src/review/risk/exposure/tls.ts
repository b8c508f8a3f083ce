import type { Manifest } from '../../../manifests/manifest';
import { at, listOf, textOf } from '../../../manifests/value';
import { bothWays, type Side } from '../both-ways';
import type { Judgement, Risk } from '../risk';
import { typeOf } from '../subject';
import { hostCovers } from './host';

/** What keys and archives pass in. */
export const TLS: readonly Risk[] = bothWays(
  'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  clearHosts,
  {
    id: 'tls-off',
    class: 'EXPOSURE',
    change: 'an Ingress or Gateway serves without TLS what had it',
    why: 'Keys and archives pass in clear.',
    message: (hosts) => `served without TLS: ${hosts}`,
  },
  {
    id: 'tls-on',
    class: 'ROUTINE',
    change: 'an Ingress or Gateway serves with TLS what had none',
    why: 'Whoever goes on without it may be refused, and must trust who signed the certificate.',
    message: (hosts) => `served with TLS: ${hosts}`,
  },
);

/** Hosts that are served with TLS and without it. */
interface Served {
  readonly safe: readonly string[];
  readonly clear: readonly string[];
}

function* clearHosts({ manifest: from }: Side, { manifest: to }: Side): Generator<Judgement> {
  if (from === undefined || to === undefined) return;
  const [old, fresh] = [servedBy(from), servedBy(to)];
  const isSafe = ({ safe }: Served, host: string): boolean => safe.some((one) => hostCovers(one, host));
  const isServed = ({ safe, clear }: Served, host: string): boolean =>
    [...safe, ...clear].some((one) => hostCovers(one, host));
  const hosts = fresh.clear.filter(
    (host) => isServed(old, host) && isSafe(old, host) && !isSafe(fresh, host),
  );
  if (hosts.length > 0) yield { message: [...new Set(hosts)].map(hostText).join(', ') };
}

function hostText(host: string): string {
  return host === '*' ? 'all hosts' : `"${host}"`;
}

function servedBy(manifest: Manifest): Served {
  if (typeOf(manifest) === 'networking.k8s.io/Ingress') return servedByIngress(manifest);
  if (typeOf(manifest) === 'gateway.networking.k8s.io/Gateway') return servedByGateway(manifest);
  return { safe: [], clear: [] };
}

/** An entry that names no hosts is for all of them. */
function servedByIngress(ingress: Manifest): Served {
  const rules = listOf(ingress.at('spec', 'rules')).map((rule) => textOf(at(rule, 'host')) ?? '*');
  const certified = listOf(ingress.at('spec', 'tls')).flatMap((entry) => {
    const hosts = listOf(at(entry, 'hosts')).flatMap((host) => textOf(host) ?? []);
    return hosts.length === 0 ? ['*'] : hosts;
  });
  const hosts = rules.length === 0 ? ['*'] : rules;
  const isSafe = (host: string): boolean => certified.some((one) => hostCovers(one, host));
  return { safe: hosts.filter(isSafe), clear: hosts.filter((host) => !isSafe(host)) };
}

function servedByGateway(gateway: Manifest): Served {
  const listeners = listOf(gateway.at('spec', 'listeners')).map((listener) => ({
    host: textOf(at(listener, 'hostname')) ?? '*',
    isSafe: ['HTTPS', 'TLS'].includes(textOf(at(listener, 'protocol')) ?? ''),
  }));
  const hosts = (isSafe: boolean): readonly string[] =>
    listeners.filter((listener) => listener.isSafe === isSafe).map(({ host }) => host);
  return { safe: hosts(true), clear: hosts(false) };
}
