import { isBelow } from '../../change';
import type { Risk } from '../risk';

/** Fields that the API server lets nobody change. */
export const IMMUTABLE: readonly Risk[] = [
  {
    id: 'selector-immutable',
    class: 'APPLY-REJECTED',
    change: 'the selector of a Deployment, ReplicaSet or DaemonSet changes',
    why: 'The API server refuses the object, so nothing of its change happens.',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates',
    *judge({ is, head, fields }) {
      if (is !== 'changed' || !['Deployment', 'ReplicaSet', 'DaemonSet'].includes(head.kind)) return;
      const field = fields.find((one) => isBelow(one.field, 'spec.selector'));
      if (field === undefined) return;
      yield {
        field,
        message: 'a selector cannot be changed',
        instead: 'give the workload a new name, and remove the old one with the same commit',
      };
    },
  },
];
