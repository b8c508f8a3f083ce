import { listOf, textOf, type ValueMap } from '../../../manifests/value';
import { CIDR, DNS_SUBDOMAIN, isIp, type Form } from '../forms';
import type { Mistake } from '../mistake';
import { isSet, refused, refusedForm, type Demands } from './demand';

/** NetworkPolicies and Ingresses. (kubernetes, pkg/apis/networking/validation/validation.go) */
export const NETWORK_DEMANDS: Demands = {
  'networking.v1.IPBlock': [cidrs],
  'networking.v1.NetworkPolicyPort': [endPort],
  'networking.v1.HTTPIngressPath': [absolutePath],
  'networking.v1.IngressRule': [host],
  'networking.v1.IngressTLS': [hosts],
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
  if (pathType !== 'Exact' && pathType !== 'Prefix' && text === '') return [];
  return text.startsWith('/')
    ? []
    : [
        refused(
          'value-form',
          isSet(path) ? ['path'] : [],
          `A path begins with "/"`,
          'write a path such as "/"',
        ),
      ];
}

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
