import type { ValueMap } from '../../../manifests/value';
import type { Mistake } from '../mistake';
import { isSet, refused, type Demands, type ObjectDemand } from './demand';

/** Fields of which one excludes the others. */
export const EXCLUSIVE_DEMANDS: Demands = {
  'core.v1.Probe': [oneOf(['exec', 'httpGet', 'tcpSocket', 'grpc'], 1)],
  'core.v1.LifecycleHandler': [oneOf(['exec', 'httpGet', 'tcpSocket', 'sleep'], 1)],
  'core.v1.Volume': [volumeSource],
  'core.v1.VolumeProjection': [
    oneOf(
      ['configMap', 'downwardAPI', 'secret', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'],
      1,
    ),
  ],
  'core.v1.EnvVar': [oneOf(['value', 'valueFrom'], 0)],
  'core.v1.EnvVarSource': [
    oneOf(['configMapKeyRef', 'fieldRef', 'fileKeyRef', 'resourceFieldRef', 'secretKeyRef'], 1),
  ],
  'core.v1.EnvFromSource': [oneOf(['configMapRef', 'secretRef'], 1)],
  'core.v1.VolumeMount': [oneOf(['subPath', 'subPathExpr'], 0)],
  'core.v1.DownwardAPIVolumeFile': [oneOf(['fieldRef', 'resourceFieldRef'], 1)],
  'policy.v1.PodDisruptionBudgetSpec': [oneOf(['minAvailable', 'maxUnavailable'], 0)],
  'networking.v1.NetworkPolicyPeer': [
    oneOf(['ipBlock', 'podSelector'], 0),
    oneOf(['ipBlock', 'namespaceSelector'], 0),
    somePeer,
  ],
  'networking.v1.IngressBackend': [oneOf(['resource', 'service'], 1)],
  'networking.v1.ServiceBackendPort': [oneOf(['name', 'number'], 0)],
  'networking.v1.IngressSpec': [someRule],
};

/** At most one of the fields, and at least `least`. */
function oneOf(fields: readonly string[], least: 0 | 1): ObjectDemand {
  return (object) => {
    const [first, second] = fields.filter((field) => isSet(object[field]));
    if (second !== undefined) return [both(first ?? '', second)];
    return first === undefined && least === 1 ? [none(fields)] : [];
  };
}

function both(first: string, second: string): Mistake {
  return {
    ...refused('exclusive-fields', [second], `"${second}" excludes "${first}"`, 'keep one of the two'),
    part: 'key',
  };
}

function none(fields: readonly string[]): Mistake {
  const all = fields.map((field) => `"${field}"`).join(', ');
  return refused('missing-field', [], `One of ${all} is missing here`, `write one of ${all}`);
}

/** A volume without a source is an emptyDir. */
function volumeSource(volume: ValueMap): readonly Mistake[] {
  const [first, second] = Object.keys(volume).filter((field) => field !== 'name' && isSet(volume[field]));
  return first !== undefined && second !== undefined ? [both(first, second)] : [];
}

function somePeer(peer: ValueMap): readonly Mistake[] {
  const fields = ['ipBlock', 'namespaceSelector', 'podSelector'];
  return fields.some((field) => isSet(peer[field])) ? [] : [none(fields)];
}

function someRule({ rules, defaultBackend }: ValueMap): readonly Mistake[] {
  return (Array.isArray(rules) && rules.length > 0) || isSet(defaultBackend)
    ? []
    : [none(['rules', 'defaultBackend'])];
}
