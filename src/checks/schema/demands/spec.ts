import type { ValueMap } from '../../../manifests/value';
import type { Mistake } from '../mistake';
import { isSet, refused, type Demands } from './demand';

/** Kinds that the API definition lets go without a spec, and the API server does not. */
export const SPEC_DEMANDS: Demands = Object.fromEntries(
  [
    'core.v1.Pod',
    'core.v1.Service',
    'core.v1.PersistentVolumeClaim',
    'networking.v1.Ingress',
    'core.v1.PodTemplateSpec',
    'batch.v1.JobTemplateSpec',
    'batch.v1.Job',
  ].map((definition) => [definition, [needsSpec]]),
);

function needsSpec({ spec }: ValueMap): readonly Mistake[] {
  return isSet(spec) ? [] : [refused('missing-field', [], '"spec" is missing here', 'write "spec"')];
}
