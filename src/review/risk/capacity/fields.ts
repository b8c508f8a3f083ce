import type { Change, FieldChange } from '../../change';
import type { Risk } from '../risk';
import { goneOf, typeOf } from '../subject';
import { below } from '../telling';

const DOCS = 'https://kubernetes.io/docs';
const CONTAINERS = ['containers', 'initContainers'];
const WORKLOADS = ['spec', 'spec.template.spec', 'spec.jobTemplate.spec.template.spec'];

/** How much there is of something, and how it is judged alive. */
export const AMOUNTS: readonly Risk[] = [
  {
    ...amount(
      'replicas-changed',
      'a workload gets more or fewer pods',
      'concepts/workloads/controllers/deployment/#scaling-a-deployment',
    ),
    *judge(change) {
      const field = fieldsBelow(change, ['spec.replicas'])[0];
      if (field === undefined || !/^apps\/|^\/ReplicationController/.test(typeOf(headOf(change)))) return;
      const [before, after] = [field.before ?? 1, field.after ?? 1];
      if (before === after) return;
      const stops = after === 0;
      yield {
        about: [field],
        message: stops
          ? 'no pod is left, and nothing answers'
          : `${JSON.stringify(before)} pods become ${JSON.stringify(after)}`,
        ...(stops && { instead: 'scale down by hand while it lasts, and leave the count in Git' }),
      };
    },
  },
  parts(
    'resources-changed',
    'a container asks for, or may use, more or less',
    'resources',
    'what a container asks for or may use changes',
    'concepts/configuration/manage-resources-containers/',
  ),
  parts(
    'probes-changed',
    'a container is judged alive or ready in another way',
    '*Probe',
    'a container is judged alive or ready in another way',
    'concepts/configuration/liveness-readiness-startup-probes/',
  ),
  {
    ...amount(
      'priority-changed',
      'pods get another priority',
      'concepts/scheduling-eviction/pod-priority-preemption/',
    ),
    *judge(change) {
      const fields = WORKLOADS.flatMap((spec) => [`${spec}.priorityClassName`, `${spec}.priority`]);
      const about = fieldsBelow(change, fields);
      if (about.length > 0) yield { about, message: 'others may push its pods out, or they push out others' };
    },
  },
  object(
    'disruption-budget-changed',
    'a PodDisruptionBudget comes, goes or changes',
    ['policy/PodDisruptionBudget'],
    'pods may be evicted at other times',
    'tasks/run-application/configure-pdb/',
  ),
  object(
    'quota-changed',
    'a ResourceQuota or LimitRange comes, goes or changes',
    ['/ResourceQuota', '/LimitRange'],
    'the namespace may hold more or less; pods beyond it are not made',
    'concepts/policy/resource-quotas/',
  ),
  object(
    'autoscaler-changed',
    'a HorizontalPodAutoscaler comes, goes or changes',
    ['autoscaling/HorizontalPodAutoscaler'],
    'the count of pods follows other bounds',
    'tasks/run-application/horizontal-pod-autoscale/',
  ),
  {
    ...amount('storage-class-removed', 'a StorageClass is removed', 'concepts/storage/storage-classes/'),
    *judge(change) {
      const base = goneOf(change);
      if (base === undefined || typeOf(base) !== 'storage.k8s.io/StorageClass') return;
      yield {
        message: 'volumes stay, and no claim of this class gets a new one, or grows',
        instead: 'keep the class as long as a claim or a claim template names it',
      };
    },
  },
];

function amount(id: string, change: string, page: string): Omit<Risk, 'judge'> {
  const why = 'There is more or less of something than before, for the pods or for whoever calls them.';
  return { id, class: 'CAPACITY', change, why, source: `${DOCS}/${page}` };
}

/** A part of each container. */
function parts(id: string, change: string, part: string, message: string, page: string): Risk {
  return {
    ...amount(id, change, page),
    *judge(change) {
      const paths = WORKLOADS.flatMap((spec) => CONTAINERS.map((list) => `${spec}.${list}[]`));
      const about = fieldsBelow(change, paths).filter(({ field }) => {
        const step = field[field.findIndex((one) => CONTAINERS.includes(one)) + 2];
        return part.startsWith('*') ? step?.endsWith(part.slice(1)) === true : step === part;
      });
      if (about.length > 0) yield { about, message };
    },
  };
}

/** An object that counts as a whole. */
function object(id: string, change: string, types: readonly string[], message: string, page: string): Risk {
  return {
    ...amount(id, change, page),
    *judge(change) {
      if (!types.includes(typeOf(headOf(change)))) return;
      const about = change.fields.filter(({ field }) => field[0] === 'spec');
      if (change.is === 'changed' && about.length === 0) return;
      yield { about, message };
    },
  };
}

function headOf({ head, base }: Change): NonNullable<Change['head']> {
  return head ?? base;
}

function fieldsBelow({ is, fields }: Change, paths: readonly string[]): readonly FieldChange[] {
  return is === 'changed' ? fields.filter(below(...paths)) : [];
}
