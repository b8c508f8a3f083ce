import { listOf, mapOf, textOf, type ValueMap } from '../../../manifests/value';
import { CIDR, DNS_1035_LABEL, DNS_SUBDOMAIN, isIp, type Form } from '../forms';
import { valueFault } from '../leaf';
import type { Mistake } from '../mistake';
import { formed, isSet, refused, refusedForm, type Demands } from './demand';

/** NetworkPolicies and Ingresses. (kubernetes, pkg/apis/networking/validation/validation.go) */
export const NETWORK_DEMANDS: Demands = {
  'networking.v1.IPBlock': [cidrs],
  'networking.v1.NetworkPolicyPort': [endPort, protocol],
  'networking.v1.HTTPIngressPath': [absolutePath],
  'networking.v1.IngressRule': [host],
  'networking.v1.IngressTLS': [hosts, formed('secretName', 'part-name', DNS_SUBDOMAIN)],
  'networking.v1.IngressSpec': [formed('ingressClassName', 'part-name', DNS_SUBDOMAIN)],
  'networking.v1.IngressServiceBackend': [backendPort, formed('name', 'part-name', DNS_1035_LABEL)],
  'networking.v1.NetworkPolicySpec': [policyTypes],
};

function cidrs(block: ValueMap): readonly Mistake[] {
  const texts = [
    { path: ['cidr'], text: textOf(block.cidr) ?? '' },
    ...listOf(block.except).map((value, index) => ({ path: ['except', index], text: textOf(value) ?? '' })),
  ];
  const wrong = texts.filter(({ text }) => text !== '' && !CIDR.accepts(text));
  if (wrong.length > 0) return wrong.map(({ path, text }) => refusedForm('cidr-syntax', path, text, CIDR));
  const [whole, ...parts] = texts;
  return parts
    .filter(({ text }) => whole !== undefined && !contains(whole.text, text))
    .map(({ path, text }) =>
      refused(
        'cidr-syntax',
        path,
        `"${text}" is no part of "${whole?.text ?? ''}"`,
        'write a smaller part of "cidr"',
      ),
    );
}

/** Of IPv4 alone; of IPv6 nothing is said. */
function contains(whole: string, part: string): boolean {
  const [[base, length], [inner, longer]] = [bitsOf(whole), bitsOf(part)];
  if (base === undefined || inner === undefined) return whole.includes(':') === part.includes(':');
  return longer > length && base.slice(0, length) === inner.slice(0, length);
}

function bitsOf(cidr: string): readonly [string | undefined, number] {
  const [address = '', length = ''] = cidr.split('/');
  if (address.includes(':')) return [undefined, 0];
  const bits = address.split('.').map((byte) => Number(byte).toString(2).padStart(8, '0'));
  return [bits.join(''), Number(length)];
}

function endPort({ port, endPort: end }: ValueMap): readonly Mistake[] {
  if (typeof end !== 'number') return [];
  if (typeof port !== 'number') {
    return [
      refused(
        'port-number',
        ['endPort'],
        'A range of ports begins with a number',
        'write a number under "port"',
      ),
    ];
  }
  return end >= port && end <= 65_535
    ? []
    : [
        refused(
          'port-number',
          ['endPort'],
          `"${String(end)}" does not end a range that begins at "${String(port)}"`,
          'write the higher port here',
        ),
      ];
}

function absolutePath({ path, pathType }: ValueMap): readonly Mistake[] {
  const text = textOf(path) ?? '';
  if (pathType !== 'Exact' && pathType !== 'Prefix') return [];
  if (BACKWARDS.test(text)) {
    return [
      refused('value-form', ['path'], `"${text}" is no plain path`, 'write it without "//", "." and ".."'),
    ];
  }
  return text.startsWith('/')
    ? []
    : [
        refused(
          'value-form',
          isSet(path) ? ['path'] : [],
          'A path begins with "/"',
          'write a path such as "/"',
        ),
      ];
}

const BACKWARDS = /\/\/|\/\.\.?(?:\/|$)|%2f/i;

const HOST: Form = {
  wanted: 'a DNS name, such as "example.com" or "*.example.com"',
  accepts: (text) => DNS_SUBDOMAIN.accepts(text.replace(/^\*\./, '')) && !isIp(text),
};

function host({ host: name }: ValueMap): readonly Mistake[] {
  return typeof name === 'string' && name !== '' && !HOST.accepts(name)
    ? [refusedForm('value-form', ['host'], name, HOST)]
    : [];
}

function hosts(tls: ValueMap): readonly Mistake[] {
  return listOf(tls.hosts).flatMap((name, index) =>
    typeof name === 'string' && !DNS_SUBDOMAIN.accepts(name.replace(/^\*\./, ''))
      ? [refusedForm('value-form', ['hosts', index], name, HOST)]
      : [],
  );
}

function backendPort({ port }: ValueMap): readonly Mistake[] {
  const { name, number } = mapOf(port);
  return isSet(name) || (isSet(number) && number !== 0)
    ? []
    : [
        refused(
          'missing-field',
          isSet(port) ? ['port'] : [],
          'The port of the Service is missing',
          'write "port.number" or "port.name"',
        ),
      ];
}

function policyTypes({ policyTypes: types }: ValueMap): readonly Mistake[] {
  return listOf(types).length > 2
    ? [refused('duplicate-entry', ['policyTypes'], 'There are but two types of policies', 'write each once')]
    : [];
}

/** Elsewhere an empty one is TCP. */
function protocol({ protocol: name }: ValueMap): readonly Mistake[] {
  return name === '' ? [{ ...valueFault(name, ['TCP', 'UDP', 'SCTP']), path: ['protocol'] }] : [];
}
