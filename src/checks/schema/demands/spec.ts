import { isMap, listOf, mapOf, type ValueMap } from '../../../manifests/value';
import type { Mistake } from '../mistake';
import { isSet, refused, type Demands, type ObjectDemand } from './demand';

/** What the API definition lets go and the API server does not. (kubernetes, pkg/apis, validation of each group) */
export const SPEC_DEMANDS: Demands = {
  'core.v1.Pod': [needs('spec')],
  'core.v1.Service': [needs('spec')],
  'core.v1.PersistentVolumeClaim': [needs('spec')],
  'core.v1.PersistentVolume': [needs('spec')],
  'core.v1.PersistentVolumeSpec': [needs('accessModes'), needs('capacity')],
  'core.v1.PodTemplate': [needs('template')],
  'core.v1.PodTemplateSpec': [needs('spec')],
  'core.v1.ReplicationController': [needs('spec')],
  'core.v1.ReplicationControllerSpec': [needs('template')],
  'batch.v1.Job': [needs('spec')],
  'batch.v1.JobTemplateSpec': [needs('spec')],
  'networking.v1.Ingress': [needs('spec')],
  'networking.v1.IngressClass': [needs('spec')],
  'networking.v1.IngressClassSpec': [needs('controller')],
  'apiregistration.v1.APIService': [needs('spec')],
};

function needs(field: string): ObjectDemand {
  return ({ [field]: value }: ValueMap): readonly Mistake[] => {
    const empty = Array.isArray(value)
      ? listOf(value).length === 0
      : isMap(value) && isEmptyAmount(field, value);
    return isSet(value) && !empty
      ? []
      : [refused('missing-field', [], `"${field}" is missing here`, `write "${field}"`)];
  };
}

/** Other empty maps are told by what is missing in them. */
function isEmptyAmount(field: string, value: ValueMap): boolean {
  return field === 'capacity' && Object.keys(mapOf(value)).length === 0;
}
