import { addTo } from '../manifests/groups';
import { isMap, listOf, textsOf, type Value } from '../manifests/value';
import type { Manifest } from '../manifests/manifest';
import type { Workload } from '../manifests/workload';
import { labelsOf } from '../network/pod';
import { selects, takes } from '../network/selector';
import type { System } from './system';
import { mayMeet } from './lookup';

/** What labels must be. */
export interface Selector {
  readonly labels: Readonly<Record<string, string>>;
  readonly expressions: readonly Value[];
}

/** Of `matchLabels` and `matchExpressions`; undefined where nothing is said, which selects nothing. */
export function selectorOf(value: Value | undefined): Selector | undefined {
  if (!isMap(value)) return undefined;
  return { labels: textsOf(value.matchLabels), expressions: listOf(value.matchExpressions) };
}

/** Of a Service; undefined where it has none, so that somebody else writes its endpoints. */
export function selectorOfService(service: Manifest): Selector | undefined {
  const labels = textsOf(service.at('spec', 'selector'));
  return Object.keys(labels).length === 0 ? undefined : { labels, expressions: [] };
}

/** The pods of a namespace that a selector means, or may mean. Those that say no namespace count only where no others are meant. */
export function selected(
  system: System,
  namespace: string,
  selector: Selector | undefined,
): readonly Workload[] {
  if (selector === undefined) return [];
  const meant = candidates(system, namespace, selector).filter((workload) => mayMean(selector, workload));
  const own = meant.filter(({ manifest }) => manifest.namespace === namespace);
  return own.length > 0 ? own : meant.filter(({ manifest }) => mayMeet(manifest.namespace, namespace));
}

/** The namespaces in which a selector would mean somebody. */
export function namespacesMeant(system: System, selector: Selector): readonly string[] {
  const meant = candidates(system, '', selector).filter((workload) => mayMean(selector, workload));
  return [...new Set(meant.map(({ manifest }) => manifest.namespace))].sort();
}

/** The pods of the namespace, or of all. */
export function podsIn(system: System, namespace: string): readonly Workload[] {
  return system.view(podsByLabel).get(namespace) ?? [];
}

export function matches({ labels, expressions }: Selector, own: Workload['labels']): boolean {
  return takes({ matchLabels: labels, matchExpressions: expressions }, own);
}

/** Of a label that a controller adds, such as the name of a pod of a StatefulSet, only the cluster knows the value. */
function mayMean({ labels, expressions }: Selector, workload: Workload): boolean {
  return selects({ matchLabels: labels, matchExpressions: expressions }, labelsOf(workload)) !== 'no';
}

/** The fewest that one of the labels leaves, so that no selector looks at all pods. */
function candidates(system: System, namespace: string, { labels }: Selector): readonly Workload[] {
  const index = system.view(podsByLabel);
  const scopes = namespace === '' ? ['*'] : [namespace, ''];
  return scopes.flatMap((scope) => {
    const lists = Object.entries(labels).map(([label, value]) =>
      both(index.get(`${scope} ${label}=${value}`), index.get(`${scope} ${label}`)),
    );
    return lists.reduce((least, list) => (list.length < least.length ? list : least), index.get(scope) ?? []);
  });
}

/** Hardly ever are there two, and then the second one is short. */
function both(some: readonly Workload[] = [], more: readonly Workload[] = []): readonly Workload[] {
  return more.length === 0 ? some : [...some, ...more];
}

/** By namespace and label; `*` is all namespaces. A PodTemplate makes no pods. */
function podsByLabel({ workloads }: System): ReadonlyMap<string, readonly Workload[]> {
  const index = new Map<string, Workload[]>();
  for (const workload of workloads.filter(({ manifest }) => manifest.kind !== 'PodTemplate')) {
    const labels = Array.from(labelsOf(workload).values, ([label, value]) =>
      value === undefined ? ` ${label}` : ` ${label}=${value}`,
    );
    for (const scope of [workload.manifest.namespace, '*']) {
      for (const key of ['', ...labels].map((label) => `${scope}${label}`)) {
        addTo(index, key, workload);
      }
    }
  }
  return index;
}
