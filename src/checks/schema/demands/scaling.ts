import type { ValueMap } from '../../../manifests/value';
import { numberFault, valueFault } from '../leaf';
import type { Mistake } from '../mistake';
import { isSet, refused, type Demands } from './demand';

/** Autoscalers. (kubernetes, pkg/apis/autoscaling/validation/validation.go) */
export const SCALING_DEMANDS: Demands = {
  'autoscaling.v1.HorizontalPodAutoscalerSpec': [order],
  'autoscaling.v2.HorizontalPodAutoscalerSpec': [order],
  'autoscaling.v2.MetricSpec': [source],
  'autoscaling.v2.MetricTarget': [target],
};

function order({ minReplicas, maxReplicas }: ValueMap): readonly Mistake[] {
  return typeof minReplicas === 'number' &&
    typeof maxReplicas === 'number' &&
    maxReplicas >= 1 &&
    minReplicas > maxReplicas
    ? [
        refused(
          'number-range',
          ['minReplicas'],
          '"minReplicas" is above "maxReplicas"',
          'write at most "maxReplicas"',
        ),
      ]
    : [];
}

const SOURCES: Readonly<Record<string, string>> = {
  Resource: 'resource',
  ContainerResource: 'containerResource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
};

function source(metric: ValueMap): readonly Mistake[] {
  const { type } = metric;
  if (typeof type !== 'string' || type === '') return [];
  const field = SOURCES[type];
  if (field === undefined) return [{ ...valueFault(type, Object.keys(SOURCES)), path: ['type'] }];
  return isSet(metric[field])
    ? []
    : [
        refused(
          'missing-field',
          [],
          `A metric of type "${type}" has the field "${field}"`,
          `write "${field}"`,
        ),
      ];
}

const TARGETS = ['Utilization', 'Value', 'AverageValue'];

function target({ type, averageUtilization, averageValue, value }: ValueMap): readonly Mistake[] {
  if (typeof type === 'string' && type !== '' && !TARGETS.includes(type)) {
    return [{ ...valueFault(type, TARGETS), path: ['type'] }];
  }
  if (typeof averageUtilization === 'number' && averageUtilization < 1) {
    return [{ ...numberFault(averageUtilization, 1, Infinity), path: ['averageUtilization'] }];
  }
  return [averageUtilization, averageValue, value].some((one) => isSet(one))
    ? []
    : [
        refused(
          'missing-field',
          [],
          'A target has a number',
          'write "averageUtilization", "averageValue" or "value"',
        ),
      ];
}
