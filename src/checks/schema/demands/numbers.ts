import type { ValueMap } from '../../../manifests/value';
import { numberFault } from '../leaf';
import type { Mistake } from '../mistake';
import { refused, type Demands, type ObjectDemand } from './demand';

/** Fields that are no lower than a number. (kubernetes, pkg/apis, validation of each group) */
const LEAST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'apps.v1.DeploymentSpec': {
    replicas: 0,
    minReadySeconds: 0,
    revisionHistoryLimit: 0,
    progressDeadlineSeconds: 0,
  },
  'apps.v1.StatefulSetSpec': { replicas: 0, minReadySeconds: 0 },
  'apps.v1.DaemonSetSpec': { minReadySeconds: 0, revisionHistoryLimit: 0 },
  'apps.v1.ReplicaSetSpec': { replicas: 0, minReadySeconds: 0 },
  'core.v1.ReplicationControllerSpec': { replicas: 0, minReadySeconds: 0 },
  'batch.v1.JobSpec': {
    parallelism: 0,
    completions: 0,
    activeDeadlineSeconds: 0,
    backoffLimit: 0,
    ttlSecondsAfterFinished: 0,
    backoffLimitPerIndex: 0,
    maxFailedIndexes: 0,
  },
  'batch.v1.CronJobSpec': {
    startingDeadlineSeconds: 0,
    successfulJobsHistoryLimit: 0,
    failedJobsHistoryLimit: 0,
  },
  'core.v1.Probe': {
    initialDelaySeconds: 0,
    timeoutSeconds: 0,
    periodSeconds: 0,
    successThreshold: 0,
    failureThreshold: 0,
    terminationGracePeriodSeconds: 1,
  },
  'core.v1.PodSpec': { activeDeadlineSeconds: 1 },
  'core.v1.TopologySpreadConstraint': { maxSkew: 1, minDomains: 1 },
  'core.v1.WeightedPodAffinityTerm': { weight: 1 },
  'core.v1.PreferredSchedulingTerm': { weight: 1 },
  'autoscaling.v1.HorizontalPodAutoscalerSpec': { minReplicas: 1, maxReplicas: 1 },
  'autoscaling.v2.HorizontalPodAutoscalerSpec': { minReplicas: 1, maxReplicas: 1 },
};

/** Counts or shares of the pods. */
const SHARES: Readonly<Record<string, readonly string[]>> = {
  'apps.v1.RollingUpdateDeployment': ['maxUnavailable', 'maxSurge'],
  'apps.v1.RollingUpdateDaemonSet': ['maxUnavailable', 'maxSurge'],
  'policy.v1.PodDisruptionBudgetSpec': ['minAvailable', 'maxUnavailable'],
};

export const NUMBER_DEMANDS: Demands = merged(
  Object.entries(LEAST).map(([definition, fields]) => [
    definition,
    (object) =>
      Object.entries(fields).flatMap(([field, least]) =>
        isIntegerIn(object, field, least, MOST[field] ?? Infinity),
      ),
  ]),
  Object.entries(SHARES).map(([definition, fields]) => [
    definition,
    (object) => fields.flatMap((field) => shareFaults(object, field)),
  ]),
);

/** What is above is told by the type of the field; of some fields less is the most. */
const MOST: Readonly<Record<string, number>> = { weight: 100 };

function merged(...tables: readonly (readonly (readonly [string, ObjectDemand])[])[]): Demands {
  const all = tables.flat();
  return Object.fromEntries(
    all.map(([definition]) => [
      definition,
      all.filter(([name]) => name === definition).map(([, demand]) => demand),
    ]),
  );
}

/** What is no number is told by the type of the field. */
export function isIntegerIn(
  object: ValueMap,
  field: string,
  least: number,
  most: number,
): readonly Mistake[] {
  const value = object[field];
  return typeof value === 'number' && (value < least || value > most)
    ? [{ ...numberFault(value, least, most), path: [field] }]
    : [];
}

function shareFaults(object: ValueMap, field: string): readonly Mistake[] {
  const value = object[field];
  if (typeof value === 'number' && value < 0) return [{ ...numberFault(value, 0, Infinity), path: [field] }];
  if (typeof value !== 'string') return [];
  const wrong = !/^\d+%$/.test(value) || (field !== 'maxSurge' && Number.parseInt(value, 10) > 100);
  return wrong
    ? [
        refused(
          'value-form',
          [field],
          `"${value}" is no share`,
          'write a number, or a percentage such as "25%"',
        ),
      ]
    : [];
}
