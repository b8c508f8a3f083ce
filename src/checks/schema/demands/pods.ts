import { listOf, mapOf, textOf, type ValueMap } from '../../../manifests/value';
import { DNS_LABEL, DNS_SUBDOMAIN, LABEL_VALUE, QUALIFIED_NAME } from '../forms';
import { valueFault } from '../leaf';
import type { Mistake } from '../mistake';
import { formed, isSet, mapsIn, refused, type Demands } from './demand';
import { isIntegerIn } from './numbers';

/** What is asked of a pod as a whole. (kubernetes, pkg/apis/core/validation, ValidatePodSpec) */
export const POD_DEMANDS: Demands = {
  'core.v1.PodSpec': [
    images,
    initContainers,
    containerNames,
    hostPorts,
    sidecarPolicy,
    dns,
    formed('serviceAccountName', 'part-name', DNS_SUBDOMAIN),
    formed('priorityClassName', 'part-name', DNS_SUBDOMAIN),
    formed('runtimeClassName', 'part-name', DNS_SUBDOMAIN),
    formed('nodeName', 'part-name', DNS_SUBDOMAIN),
    formed('hostname', 'part-name', DNS_LABEL),
    formed('subdomain', 'part-name', DNS_LABEL),
  ],
  'core.v1.Volume': [formed('name', 'part-name', DNS_LABEL)],
  'core.v1.Toleration': [
    toleration,
    formed('key', 'label-syntax', QUALIFIED_NAME),
    formed('value', 'label-syntax', LABEL_VALUE),
  ],
  'core.v1.PodAffinityTerm': [formed('topologyKey', 'label-syntax', QUALIFIED_NAME)],
  'core.v1.PodSecurityContext': [
    (context) =>
      ['runAsUser', 'runAsGroup', 'fsGroup'].flatMap((field) => isIntegerIn(context, field, 0, MOST)),
  ],
};

const MOST = 2 ** 31 - 1;
const LISTS = ['containers', 'initContainers'] as const;

function images(spec: ValueMap): readonly Mistake[] {
  return LISTS.flatMap((list) =>
    mapsIn(spec[list]).flatMap(([index, { image }]): readonly Mistake[] => {
      const path = [list, index];
      if (!isSet(image)) return [refused('missing-field', path, '"image" is missing here', 'write "image"')];
      return typeof image === 'string' && image !== image.trim()
        ? [refused('value-form', [...path, 'image'], `"${image}" has spaces around it`, 'remove them')]
        : [];
    }),
  );
}

const ONLY_LONG_LIVED = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];

function initContainers(spec: ValueMap): readonly Mistake[] {
  return mapsIn(spec.initContainers).flatMap(([index, container]) =>
    container.restartPolicy === 'Always'
      ? []
      : ONLY_LONG_LIVED.filter((field) => isSet(container[field])).map((field): Mistake => ({
          ...refused(
            'init-container',
            ['initContainers', index, field],
            `An init container ends, so it has no "${field}"`,
            'remove it, or set "restartPolicy" to "Always" for a sidecar',
          ),
          part: 'key',
        })),
  );
}

/** Twice in one list is told of the list. */
function containerNames(spec: ValueMap): readonly Mistake[] {
  const names = new Set(mapsIn(spec.containers).map(([, { name }]) => name));
  return mapsIn(spec.initContainers)
    .filter(([, { name }]) => isSet(name) && names.has(name ?? ''))
    .map(([index, { name }]) =>
      refused(
        'duplicate-entry',
        ['initContainers', index, 'name'],
        `Two containers are named "${textOf(name) ?? ''}"`,
        'rename one of them',
      ),
    );
}

function hostPorts(spec: ValueMap): readonly Mistake[] {
  const taken = new Set<string>();
  return mapsIn(spec.containers).flatMap(([index, container]) =>
    mapsIn(container.ports).flatMap(([place, port]): readonly Mistake[] => {
      const { hostPort, containerPort, protocol, hostIP } = port;
      if (typeof hostPort !== 'number' || hostPort === 0) return [];
      const path = ['containers', index, 'ports', place, 'hostPort'];
      if (spec.hostNetwork === true && hostPort !== containerPort) {
        return [
          refused(
            'host-port',
            path,
            '"hostPort" differs from "containerPort", and the pod has the network of its host',
            'write the same port',
          ),
        ];
      }
      const key = [hostPort, textOf(protocol) ?? 'TCP', textOf(hostIP) ?? ''].join(' ');
      const twice = taken.has(key);
      taken.add(key);
      return twice
        ? [
            refused(
              'host-port',
              path,
              `"${String(hostPort)}" is taken twice on the host`,
              'choose another port',
            ),
          ]
        : [];
    }),
  );
}

function sidecarPolicy(spec: ValueMap, minor: number): readonly Mistake[] {
  if (minor >= 34) return [];
  return mapsIn(spec.containers)
    .filter(([, { restartPolicy }]) => isSet(restartPolicy))
    .map(([index]) =>
      refused(
        'restart-policy',
        ['containers', index, 'restartPolicy'],
        'Only init containers have a "restartPolicy" of their own',
        'remove it',
      ),
    );
}

function dns({ dnsPolicy, dnsConfig }: ValueMap): readonly Mistake[] {
  return dnsPolicy === 'None' && listOf(mapOf(dnsConfig).nameservers).length === 0
    ? [
        refused(
          'missing-field',
          [],
          '"dnsPolicy" is "None" and no server is named',
          'write "dnsConfig.nameservers"',
        ),
      ]
    : [];
}

function toleration(
  { key, operator, value, effect, tolerationSeconds }: ValueMap,
  minor: number,
): readonly Mistake[] {
  if (minor < 35 && (operator === 'Gt' || operator === 'Lt')) {
    return [{ ...valueFault(operator, ['Equal', 'Exists']), path: ['operator'] }];
  }
  if (operator === 'Exists' && isSet(value)) {
    return [refused('exclusive-fields', ['value'], '"Exists" takes no value', 'remove "value"')];
  }
  if (!isSet(key) && operator !== 'Exists') {
    return [
      refused(
        'missing-field',
        [],
        'A toleration without a key tolerates all',
        'write "key", or set "operator" to "Exists"',
      ),
    ];
  }
  return isSet(tolerationSeconds) && effect !== 'NoExecute'
    ? [
        refused(
          'exclusive-fields',
          ['tolerationSeconds'],
          '"tolerationSeconds" is for the effect "NoExecute"',
          'remove it',
        ),
      ]
    : [];
}
