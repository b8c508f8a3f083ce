import { addTo } from '../../manifests/groups';
import { mapOf, textOf, type ValueMap } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import { labelsOf } from '../../network/pod';
import { selects } from '../../network/selector';
import type { System } from '../../system/system';

/** Finds pods by their labels without looking at each of them. */
export interface PodIndex {
  /** `selector` is a label selector as policies and budgets have it; an empty one selects all pods. */
  selected(namespace: string, selector: ValueMap): readonly Workload[];
}

export function podIndex({ workloads }: System): PodIndex {
  const byNamespace = new Map<string, Workload[]>();
  const byLabel = new Map<string, Workload[]>();
  for (const workload of workloads) {
    const { namespace } = workload.manifest;
    addTo(byNamespace, namespace, workload);
    for (const [key, value] of labelsOf(workload).values)
      addTo(byLabel, labelKey(namespace, key, value), workload);
  }
  return {
    selected: (namespace, selector) => {
      const [first] = Object.entries(mapOf(selector.matchLabels));
      const near =
        first === undefined
          ? (byNamespace.get(namespace) ?? [])
          : [textOf(first[1]) ?? '', undefined].flatMap(
              (value) => byLabel.get(labelKey(namespace, first[0], value)) ?? [],
            );
      return near.filter((workload) => selects(selector, labelsOf(workload)) !== 'no');
    },
  };
}

/** Without a value for those that only the cluster knows. */
function labelKey(namespace: string, key: string, value: string | undefined): string {
  return [namespace, key, ...(value === undefined ? [] : [value])].join('\n');
}
