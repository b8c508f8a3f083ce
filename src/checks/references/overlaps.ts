import { objectName } from '../../manifests/identity';
import type { Workload } from '../../manifests/workload';
import { mapOf } from '../../manifests/value';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { matches, selected, selectorOf, type Selector } from '../../system/selector';

export const OVERLAP_CHECKS: readonly Check[] = [
  {
    id: 'selectors-overlap',
    severity: 'warning',
    rule: 'No two workloads of a namespace select each other’s pods',
    why: 'Pods that lost their owner are taken by either, and what selects by the same labels, such as a Service, a budget or an autoscaler, counts both.',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
    find: (system) => system.workloads.flatMap((workload) => overlap(system, workload)),
  },
];

/** Kinds that select by what is written. The selector of a Job is made by Kubernetes. */
const SELECTING: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'];

function overlap(system: System, workload: Workload): readonly Fault[] {
  const { manifest } = workload;
  const selector = ownSelector(workload);
  if (selector === undefined || !matches(selector, workload.labels)) return [];
  const rival = selected(system, manifest.namespace, selector).find((other) => {
    const theirs = ownSelector(other);
    const isSame = other.manifest.kind === manifest.kind && other.manifest.name === manifest.name;
    return !isSame && theirs !== undefined && matches(theirs, workload.labels);
  });
  // The first of the two is right until the second comes.
  const orders = system.view(ordersOf);
  if (rival === undefined || (orders.get(rival) ?? 0) > (orders.get(workload) ?? 0)) return [];
  return [
    {
      spot: { manifest, path: ['spec', 'selector'] },
      message: `${objectName(rival.manifest.identity)} selects the same pods: Services, budgets and autoscalers take the two for one, and either adopts what the other leaves`,
      remedy: 'give each workload a label value of its own, in its selector and in its template',
    },
  ];
}

function ordersOf({ workloads }: System): ReadonlyMap<Workload, number> {
  return new Map(workloads.map((workload, order) => [workload, order]));
}

function ownSelector({ manifest }: Workload): Selector | undefined {
  const selector = SELECTING.includes(manifest.kind)
    ? selectorOf(manifest.at('spec', 'selector'))
    : undefined;
  const isEmpty = selector === undefined || Object.keys(mapOf(manifest.at('spec', 'selector'))).length === 0;
  return isEmpty ? undefined : selector;
}
