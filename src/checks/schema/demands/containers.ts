import { listOf, mapOf, textOf, type ValueMap } from '../../../manifests/value';
import { DATA_KEY, DNS_LABEL, DNS_SUBDOMAIN, envName, QUALIFIED_NAME } from '../forms';
import type { Mistake } from '../mistake';
import { formed, isSet, refused, refusedForm, type Demands, type ObjectDemand } from './demand';
import { isIntegerIn } from './numbers';

const ENTRY = String.raw`metadata\.(?:labels|annotations)\['.+'\]`;
const OF_ENVIRONMENT = new RegExp(
  String.raw`^(?:${ENTRY}|metadata\.(?:name|namespace|uid)|spec\.(?:nodeName|serviceAccountName)|status\.(?:hostIPs?|podIPs?))$`,
);
const OF_FILES = new RegExp(String.raw`^(?:${ENTRY}|metadata\.(?:name|namespace|uid|labels|annotations))$`);

/** What is asked of one container. (kubernetes, pkg/apis/core/validation/validation.go) */
export const CONTAINER_DEMANDS: Demands = {
  'core.v1.Container': [formed('name', 'part-name', DNS_LABEL), probes, portNames],
  'core.v1.EphemeralContainer': [formed('name', 'part-name', DNS_LABEL)],
  'core.v1.EnvVar': [environmentName],
  'core.v1.EnvVarSource': [fieldPath(OF_ENVIRONMENT)],
  'core.v1.DownwardAPIVolumeFile': [fieldPath(OF_FILES)],

  'core.v1.ConfigMapEnvSource': [named, formed('name', 'part-name', DNS_SUBDOMAIN)],
  'core.v1.SecretEnvSource': [named, formed('name', 'part-name', DNS_SUBDOMAIN)],
  'core.v1.SecretKeySelector': [
    named,
    formed('key', 'data-key', DATA_KEY),
    formed('name', 'part-name', DNS_SUBDOMAIN),
  ],
  'core.v1.ConfigMapKeySelector': [
    named,
    formed('key', 'data-key', DATA_KEY),
    formed('name', 'part-name', DNS_SUBDOMAIN),
  ],
  'core.v1.ExecAction': [needs('command')],
  'core.v1.VolumeMount': [relative('subPath'), relative('subPathExpr')],
  'core.v1.SecurityContext': [privileges],
  'core.v1.ServicePort': [formed('appProtocol', 'value-form', QUALIFIED_NAME)],
};

function environmentName(variable: ValueMap, minor: number): readonly Mistake[] {
  const [name, form] = [textOf(variable.name) ?? '', envName(minor)];
  return name === '' || form.accepts(name) ? [] : [refusedForm('env-name', ['name'], name, form)];
}

/** Of a Secret or a ConfigMap. */
function named({ name }: ValueMap): readonly Mistake[] {
  return isSet(name) ? [] : [refused('missing-field', [], '"name" is missing here', 'write "name"')];
}

function needs(field: string): ObjectDemand {
  return (object) =>
    listOf(object[field]).length === 0
      ? [refused('missing-field', [], `"${field}" is missing here`, `write "${field}"`)]
      : [];
}

/** Liveness and startup are decided by one success. */
function probes(container: ValueMap): readonly Mistake[] {
  return ['livenessProbe', 'startupProbe'].flatMap((probe) => {
    const { successThreshold } = mapOf(container[probe]);
    return typeof successThreshold === 'number' && ![0, 1].includes(successThreshold) && successThreshold > 0
      ? [
          refused(
            'number-range',
            [probe, 'successThreshold'],
            `"${probe}" takes no other threshold than 1`,
            'write 1',
          ),
        ]
      : [];
  });
}

function portNames(container: ValueMap): readonly Mistake[] {
  const seen = new Set<string>();
  return listOf(container.ports).flatMap((port, index): readonly Mistake[] => {
    const name = textOf(mapOf(port).name) ?? '';
    if (name !== '' && seen.has(name)) {
      return [
        refused(
          'duplicate-entry',
          ['ports', index, 'name'],
          `Two ports are named "${name}"`,
          'rename one of them',
        ),
      ];
    }
    seen.add(name);
    return [];
  });
}

function relative(field: string): ObjectDemand {
  return (mount) => {
    const path = textOf(mount[field]) ?? '';
    return path.startsWith('/') || path.split('/').includes('..')
      ? [
          refused(
            'value-form',
            [field],
            `"${path}" leaves the volume`,
            'write a path without "/" first and without ".."',
          ),
        ]
      : [];
  };
}

function privileges(context: ValueMap): readonly Mistake[] {
  const added = listOf(mapOf(context.capabilities).add).some((name) => name === 'CAP_SYS_ADMIN');
  const conflict = context.allowPrivilegeEscalation === false && (context.privileged === true || added);
  return conflict
    ? [
        refused(
          'exclusive-fields',
          ['allowPrivilegeEscalation'],
          'A privileged container may always gain privileges',
          'set "privileged" to false',
        ),
      ]
    : ['runAsUser', 'runAsGroup'].flatMap((field) => isIntegerIn(context, field, 0, 2 ** 31 - 1));
}

function fieldPath(known: RegExp): ObjectDemand {
  return ({ fieldRef }) => {
    const path = textOf(mapOf(fieldRef).fieldPath) ?? '';
    return path !== '' && !known.test(path)
      ? [
          refused(
            'unknown-value',
            ['fieldRef', 'fieldPath'],
            `"${path}" cannot be read from here`,
            'write a field such as "metadata.name"',
          ),
        ]
      : [];
  };
}
