import { COUNTERPARTS as OF_ACCESS, OF_GONE } from '../../review/counterparts';

/**
 * What the way back is told as: one of these rows, of the same object, or that it is refused. `itself` stands for the same row.
 * A row that is not here is answered by any row but that of another spelling.
 */
export const COUNTERPARTS: Readonly<Record<string, readonly string[]>> = {
  ...OF_ACCESS,
  ...Object.fromEntries(
    Object.entries(OF_GONE).map(([id, gone]) => [id, [...(OF_ACCESS[id] ?? []), ...gone]]),
  ),
  'replicas-changed': ['itself'],
  'resources-changed': ['itself'],
  'probes-changed': ['itself'],
  'priority-changed': ['itself'],
  'disruption-budget-changed': ['itself'],
  'quota-changed': ['itself'],
  'autoscaler-changed': ['itself'],
  'bucket-quota-changed': ['itself'],
  'runner-concurrency-changed': ['itself'],
  // Rows of pods show it themselves; where the other way is refused, there are no such rows.
  'image-tag': ['itself', 'pods-replaced', 'template-waits', 'workload-recreated'],
  'image-major': ['itself'],
  'image-repository': ['itself'],
  'secret-values': ['itself'],
  'secret-reference': ['itself'],
  'sync-wave-changed': ['itself'],
  'hook-changed': ['itself'],
  'hook-delete-policy-changed': ['itself'],
  // Where they protect an object, or have it made anew, that is told and not the option.
  'sync-options-changed': ['itself', 'protection-dropped', 'workload-recreated', 'forced-replacement'],
  // Of a workload without pods, none are made anew.
  'pods-replaced': ['itself', 'template-waits', 'replicas-changed', 'workload-recreated'],
  'template-waits': ['itself', 'pods-replaced', 'replicas-changed', 'workload-recreated'],
};
