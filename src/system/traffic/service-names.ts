import type { Manifest } from '../../manifests/manifest';
import { at, listOf, textOf, type Value } from '../../manifests/value';
import type { Pod } from '../../network/pod';
import { remembered } from '../../text/remembered';
import type { System } from '../system';

/** A Service of the files that a text names. */
export interface NamedService {
  readonly service: Manifest;
  /** As the text writes it. */
  readonly word: string;
  /** Of the Service; undefined where the text does not say it. */
  readonly port: number | undefined;
}

/**
 * Which Services a text connects to: a name alone is no connection, so it has to have a scheme or a port. Comments do not
 * count.
 */
export function servicesIn(system: System, text: string, namespace: string): readonly NamedService[] {
  return system
    .view(addressReader)(text)
    .flatMap(({ host, word, port }) => {
      const service = serviceNamed(system, host, namespace);
      return service === undefined ? [] : [{ service, word, port }];
    });
}

function addressReader(): (text: string) => readonly Address[] {
  return remembered(addressesIn);
}

interface Address {
  readonly host: string;
  readonly word: string;
  readonly port: number | undefined;
}

function addressesIn(text: string): readonly Address[] {
  if (!text.includes(':')) return [];
  const code = text.replace(/^[ \t]*#.*$/gm, '');
  return [...code.matchAll(ADDRESS)].flatMap(([word, scheme, host = '', number], index, all) => {
    const before = code[(all[index]?.index ?? 0) - 1] ?? '';
    const isPart = scheme === undefined && !host.includes('.') && /[\w.\-/$}]/.test(before);
    const port = number === undefined ? PORTS[scheme ?? ''] : Number(number);
    if (isPart || (number === undefined && !SCHEME.test(scheme ?? ''))) return [];
    return [{ host, word: word.replace(/\/\/[^@]*@/, '//'), port }];
  });
}

const ADDRESS =
  /(?:([a-z][a-z0-9+.-]*):\/\/(?:[^\s/@"']*@)?)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5})(?!\d))?/g;
const SCHEME = /^(?:https?|wss?|tcp|grpcs?|rediss?|postgres(?:ql)?|mysql|mongodb|amqps?|nats|ldaps?)$/;
const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ws: 80, wss: 443 };

/** By its name in DNS, seen from a namespace; also by the name of one of its pods. */
export function serviceNamed(system: System, host: string, namespace: string): Manifest | undefined {
  const [, inner = host] = /^(.*)\.svc(?:\.[a-z0-9.-]+)?\.?$/.exec(host) ?? [];
  const parts = inner.split('.');
  if (parts.length > 3 || (parts.length === 3 && inner === host)) return undefined;
  const [name = '', other = namespace] = parts.slice(parts.length === 3 ? 1 : 0);
  return system.tryFind('', 'Service', other, name);
}

/** On which ports of a pod a Service ends; none where its ports say no such one. */
export function targetPorts(service: Manifest, port: number | undefined, pod: Pod): readonly number[] {
  const isHeadless = service.at('spec', 'clusterIP') === 'None';
  if (isHeadless && port !== undefined) return [port];
  return listOf(service.at('spec', 'ports'))
    .filter((entry) => port === undefined || at(entry, 'port') === port)
    .filter((entry) => (textOf(at(entry, 'protocol')) ?? 'TCP') === 'TCP')
    .flatMap((entry) => numbersOf(at(entry, 'targetPort') ?? at(entry, 'port'), pod));
}

function numbersOf(target: Value | undefined, pod: Pod): readonly number[] {
  if (typeof target === 'number') return [target];
  return pod.ports.filter(({ name }) => name !== '' && name === target).map(({ number }) => number);
}
