import type { Manifest } from '../../../manifests/manifest';
import { isBelow, type Change, type FieldChange } from '../../change';
import type { Risk } from '../risk';
import { reasonsOf } from './reasons';
import { outageOf } from './outage';

const ROLLOUT = 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment';

/** Pods that end and others that begin. */
export const PODS: readonly Risk[] = [
  {
    id: 'pods-replaced',
    class: 'RESTART',
    change: 'the pod template of a Deployment, StatefulSet or DaemonSet changes',
    why: 'Its controller makes all pods anew; any other field of it leaves them alone.',
    source: ROLLOUT,
    *judge(change) {
      if (change.is !== 'changed' || !rollsOut(change.head)) return;
      const fields = templateFields(change);
      const [field] = fields;
      if (field === undefined) return;
      yield { field, message: `its pods are made anew (${reasonsOf(fields)})${outageOf(change.head)}` };
    },
  },
  {
    id: 'pods-renamed',
    class: 'RESTART',
    change: 'a Deployment, StatefulSet or DaemonSet is renamed',
    why: 'To a cluster it is another one: the old pods are deleted and new ones made, at the same time or one after the other.',
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    *judge({ is, base, head }) {
      if (is !== 'renamed' || !MAKERS.has(head.kind)) return;
      yield {
        message: `the pods of "${base.name}" go and others come: both may run for a while, or neither`,
      };
    },
  },
];

const MAKERS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** Whether pods follow their template by themselves. */
function rollsOut(head: Manifest): boolean {
  if (!MAKERS.has(head.kind) || head.identity.group !== 'apps') return false;
  if (head.at('spec', 'replicas') === 0 || head.at('spec', 'paused') === true) return false;
  return head.at('spec', 'updateStrategy', 'type') !== 'OnDelete';
}

function templateFields({ fields }: Change): readonly FieldChange[] {
  return fields.filter(({ field }) => isBelow(field, 'spec.template'));
}
