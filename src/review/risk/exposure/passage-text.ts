import { groupBy } from '../../../manifests/groups';
import { at, listOf, mapOf, textOf, type Value } from '../../../manifests/value';
import { NAMESPACE_NAME } from '../../../network/namespaces';
import type { Passage } from '../../../network/passage';
import type { Direction, Peer } from '../../../network/policy';
import { isEmptySelector } from '../../../network/selector';

/** `all pods of namespace "ci" reach port 9000`, `its pods reach port 443 of 10.0.0.0/8`: behind "it lets". */
export function passagesText(direction: Direction, passages: readonly Passage[]): string {
  const byPeer = groupBy(passages, ({ peer }) => peerText(peer));
  return [...byPeer]
    .map(([peer, through]) => {
      const ports = [...new Set(through.map(({ port }) => portText(port)))].join(', ');
      return direction === 'ingress'
        ? `${peer} reach ${ports} of its pods`
        : `its pods reach ${ports} of ${peer}`;
    })
    .join('; ');
}

function peerText(peer: Peer | 'everyone'): string {
  if (peer === 'everyone') return 'everybody';
  if (peer.kind === 'malformed') return 'a peer that says nobody';
  if (peer.kind === 'block')
    return `${peer.cidr}${peer.except.length === 0 ? '' : ` but ${[...peer.except].sort().join(', ')}`}`;
  const which = isEmptySelector(peer.pods) ? 'all pods' : `pods with ${selectorText(peer.pods)}`;
  if (peer.namespaces === undefined) return `${which} of its namespace`;
  if (isEmptySelector(peer.namespaces)) return `${which} of all namespaces`;
  const name = onlyName(peer.namespaces);
  return name === undefined
    ? `${which} of namespaces with ${selectorText(peer.namespaces)}`
    : `${which} of namespace "${name}"`;
}

/** Of a selector that asks for the name and nothing else. */
function onlyName(selector: Value): string | undefined {
  const labels = Object.entries(mapOf(at(selector, 'matchLabels')));
  const [key, value] = labels[0] ?? [];
  if (labels.length !== 1 || key !== NAMESPACE_NAME || listOf(at(selector, 'matchExpressions')).length > 0)
    return undefined;
  return textOf(value);
}

function selectorText(selector: Value | undefined): string {
  const labels = Object.entries(mapOf(at(selector, 'matchLabels'))).map(
    ([key, value]) => `${key}=${textOf(value) ?? ''}`,
  );
  const expressions = listOf(at(selector, 'matchExpressions')).map(expressionText);
  return [...labels, ...expressions].sort().join(' and ');
}

function expressionText(expression: Value): string {
  const [key = '', operator = ''] = ['key', 'operator'].map((field) => textOf(at(expression, field)));
  const values = listOf(at(expression, 'values')).map((value) => textOf(value) ?? '');
  const words: Readonly<Record<string, string>> = {
    In: `${key} in ${values.join(', ')}`,
    NotIn: `${key} not in ${values.join(', ')}`,
    Exists: `a label ${key}`,
    DoesNotExist: `no label ${key}`,
  };
  return words[operator] ?? [key, operator, ...values].filter((word) => word !== '').join(' ');
}

function portText(port: Passage['port']): string {
  if (port === 'all') return 'every port';
  const protocol = port.protocol === 'TCP' ? '' : `${port.protocol} `;
  if (port.port === undefined) return `every ${port.protocol} port`;
  if (typeof port.port === 'string') return `${protocol}port "${port.port}"`;
  if (port.endPort !== undefined && port.endPort !== port.port)
    return `${protocol}ports ${port.port}-${port.endPort}`;
  return `${protocol}port ${port.port}`;
}
