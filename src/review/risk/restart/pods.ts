import { workloadOf } from '../../../manifests/workload';
import type { Risk } from '../risk';
import { isForced } from '../subject';
import { below } from '../telling';
import { holdOf, partitionOf, replicasOf } from './held';
import { hasPods, isMaker } from '../makers';
import { isRunner, jobsOf } from '../running-jobs';
import { outageOf } from './outage';
import { reasonsOf } from './reasons';
import { replacesPods, templateFields } from './replaced';

const ROLLOUT = 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment';
const STRATEGIES = 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies';

/** Pods that end and others that begin, at once or later. */
export const PODS: readonly Risk[] = [
  {
    id: 'pods-replaced',
    class: 'RESTART',
    change: 'the pod template of a Deployment, StatefulSet or DaemonSet changes',
    why: 'Its controller makes all pods anew; any other field of it leaves them alone.',
    source: ROLLOUT,
    shows: templateFields,
    *judge(change, world) {
      const { base, head } = change;
      const fields = templateFields(change);
      if (base === undefined || head === undefined || !replacesPods(change) || isForced(head)) return;
      const partition = partitionOf(head);
      const pods = partition > 0 ? `its pods from number ${String(partition)} on` : 'its pods';
      yield { message: `${pods} are made anew (${reasonsOf(fields)})${outageOf(base, head, world)}` };
    },
  },
  {
    id: 'pods-renamed',
    class: 'RESTART',
    change: 'a Deployment, StatefulSet or DaemonSet is renamed',
    why: 'To a cluster it is another one: the old pods are deleted and new ones made, at the same time or one after the other.',
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    *judge({ is, base, head }, world) {
      if (is !== 'renamed' || !isMaker(head) || !hasPods(base)) return;
      const manager = workloadOf(base);
      const runner = manager?.containers.find(isRunner);
      const jobs = manager === undefined || runner === undefined ? '' : jobsOf(manager, runner, world);
      yield {
        message: `the pods of "${base.name}" go and others come: both may run for a while, or neither${jobs}`,
      };
    },
  },
  {
    id: 'workload-recreated',
    class: 'RESTART',
    change: 'a workload changes that Argo CD deletes and makes anew',
    why: 'Force=true with Replace=true deletes it with all its pods at each sync that changes it, whatever changes, and rolls nothing.',
    source:
      'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#replace-resource-instead-of-applying-changes',
    shows: ({ fields }) => fields,
    *judge(change) {
      if (change.head === undefined || !isForced(change.head) || !replacesPods(change)) return;
      yield {
        message: 'it is deleted with all its pods and made anew, and nobody answers meanwhile',
        instead: 'remove Force=true, and let its strategy replace the pods',
      };
    },
  },
  {
    id: 'template-waits',
    class: 'ORDERING',
    change: 'a pod template changes while something holds its pods back',
    why: 'A paused Deployment, the strategy OnDelete and a partition keep pods as they are: the change waits, and comes with the next restart of a pod, whenever that is.',
    source: STRATEGIES,
    shows: templateFields,
    *judge(change) {
      if (change.is !== 'changed' || !isMaker(change.head)) return;
      const hold = holdOf(change.head);
      if (templateFields(change).length > 0 && hold !== undefined)
        yield { message: `no pod follows ${hold}` };
    },
  },
  {
    id: 'rollout-released',
    class: 'ORDERING',
    change: 'what held pods back is lifted, and nothing else changes of them',
    why: 'What was changed while a Deployment was paused, or below a partition, happens now: files do not tell whether there is any.',
    source: STRATEGIES,
    *judge(change) {
      const { is, base, head, fields } = change;
      if (is !== 'changed' || !isMaker(head) || templateFields(change).length > 0 || !hasPods(head)) return;
      const isLowered = partitionOf(head) < Math.min(partitionOf(base), replicasOf(base));
      const isFreed = holdOf(base) !== undefined && holdOf(head) === undefined;
      const field = fields.find(below(...HOLDS));
      if (field !== undefined && (isFreed || isLowered))
        yield { about: [field], message: 'its pods are made anew if its template was changed meanwhile' };
    },
  },
];

const HOLDS = ['spec.paused', 'spec.updateStrategy'];
