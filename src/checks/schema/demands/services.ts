import { listOf, textOf, type ValueMap } from '../../../manifests/value';
import { DNS_SUBDOMAIN, isIp } from '../forms';
import type { Mistake } from '../mistake';
import { isSet, mapsIn, refused, refusedForm, type Demands } from './demand';

/** Services. (kubernetes, pkg/apis/core/validation, ValidateService) */
export const SERVICE_DEMANDS: Demands = {
  'core.v1.ServiceSpec': [ports, portNames, byType, sourceRanges, affinity, addresses],
};

function typeOf({ type }: ValueMap): string {
  const text = textOf(type) ?? '';
  return text === '' ? 'ClusterIP' : text;
}

function ports(spec: ValueMap): readonly Mistake[] {
  const needsNone = spec.clusterIP === 'None' || typeOf(spec) === 'ExternalName';
  return listOf(spec.ports).length === 0 && !needsNone
    ? [refused('missing-field', [], 'A Service without ports forwards nothing', 'write "ports"')]
    : [];
}

function portNames(spec: ValueMap): readonly Mistake[] {
  const list = mapsIn(spec.ports);
  const seen = new Set<string>();
  return list.flatMap(([index, { name }]): readonly Mistake[] => {
    const text = textOf(name) ?? '';
    if (text === '' && list.length > 1) {
      return [
        refused('missing-field', ['ports', index], 'Two ports need names to be told apart', 'write "name"'),
      ];
    }
    const twice = text !== '' && seen.has(text);
    seen.add(text);
    return twice
      ? [
          refused(
            'duplicate-entry',
            ['ports', index, 'name'],
            `Two ports are named "${text}"`,
            'rename one of them',
          ),
        ]
      : [];
  });
}

function byType(spec: ValueMap): readonly Mistake[] {
  const type = typeOf(spec);
  if (type === 'ExternalName') return externalName(spec);
  const outside = type === 'NodePort' || type === 'LoadBalancer';
  const found: Mistake[] = [];
  if (outside && spec.clusterIP === 'None') {
    found.push(
      refused(
        'service-fields',
        ['clusterIP'],
        `A Service of type "${type}" needs an address`,
        'remove "clusterIP"',
      ),
    );
  }
  if (!outside && isSet(spec.externalTrafficPolicy) && listOf(spec.externalIPs).length === 0) {
    found.push(onlyFor('externalTrafficPolicy', 'NodePort" or "LoadBalancer'));
  }
  if (type !== 'LoadBalancer') {
    const fields = ['allocateLoadBalancerNodePorts', 'loadBalancerClass', 'loadBalancerSourceRanges'];
    found.push(
      ...fields
        .filter((field) => isSet(spec[field]) && !(Array.isArray(spec[field]) && spec[field].length === 0))
        .map((field) => onlyFor(field, 'LoadBalancer')),
    );
  }
  return type === 'ClusterIP' ? [...found, ...nodePorts(spec)] : found;
}

function nodePorts(spec: ValueMap): readonly Mistake[] {
  return mapsIn(spec.ports)
    .filter(([, { nodePort }]) => typeof nodePort === 'number' && nodePort !== 0)
    .map(([index]) =>
      refused(
        'service-fields',
        ['ports', index, 'nodePort'],
        'A Service of type "ClusterIP" has no node ports',
        'remove it, or set "type" to "NodePort"',
      ),
    );
}

function externalName({ externalName: name, clusterIP }: ValueMap): readonly Mistake[] {
  const text = (textOf(name) ?? '').replace(/\.$/, '');
  if (text === '')
    return [
      refused(
        'missing-field',
        [],
        'A Service of type "ExternalName" stands for a name',
        'write "externalName"',
      ),
    ];
  return [
    ...(DNS_SUBDOMAIN.accepts(text)
      ? []
      : [refusedForm('value-form', ['externalName'], text, DNS_SUBDOMAIN)]),
    ...(isSet(clusterIP)
      ? [
          refused(
            'service-fields',
            ['clusterIP'],
            'A Service of type "ExternalName" has no address',
            'remove "clusterIP"',
          ),
        ]
      : []),
  ];
}

function onlyFor(field: string, type: string): Mistake {
  return {
    ...refused(
      'service-fields',
      [field],
      `"${field}" is for Services of type "${type}"`,
      'remove it, or change "type"',
    ),
    part: 'key',
  };
}

function sourceRanges(spec: ValueMap): readonly Mistake[] {
  return listOf(spec.loadBalancerSourceRanges).flatMap((range, index) =>
    typeof range === 'string' && !/^[\d.]+\/\d+$|:.*\/\d+$/.test(range.trim())
      ? [
          refused(
            'cidr-syntax',
            ['loadBalancerSourceRanges', index],
            `"${range}" is no range of addresses`,
            'write one such as "10.0.0.0/8"',
          ),
        ]
      : [],
  );
}

function affinity({ sessionAffinity, sessionAffinityConfig }: ValueMap): readonly Mistake[] {
  return isSet(sessionAffinityConfig) && sessionAffinity !== 'ClientIP'
    ? [onlyFor('sessionAffinityConfig', 'any, with "sessionAffinity: ClientIP')]
    : [];
}

function addresses({ clusterIP, externalIPs, loadBalancerIP }: ValueMap): readonly Mistake[] {
  const texts = [
    ...(clusterIP === 'None' ? [] : [{ path: ['clusterIP'], value: clusterIP }]),
    { path: ['loadBalancerIP'], value: loadBalancerIP },
    ...listOf(externalIPs).map((value, index) => ({ path: ['externalIPs', index], value })),
  ];
  return texts.flatMap(({ path, value }) =>
    typeof value === 'string' && value !== '' && path[0] !== 'loadBalancerIP' && !isIp(value)
      ? [refused('value-form', path, `"${value}" is no IP address`, 'write an address such as "10.0.0.1"')]
      : [],
  );
}
