import type { Manifest } from '../load';
import { namespaceOf, ofKind, podsOf, selects, tryFind, type Rule } from './rule';

interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly { readonly key: string; readonly operator: string }[];
}

interface Peer {
  readonly namespaceSelector?: Selector;
  readonly podSelector?: Selector;
}

interface PolicySpec {
  readonly podSelector: Selector;
  readonly ingress?: readonly { readonly from?: readonly Peer[] }[];
  readonly egress?: readonly { readonly to?: readonly Peer[] }[];
}

/** The label that the runner puts on the pods of its jobs, which no manifest makes. */
const JOB_POD = 'job.runner.gitlab.com/pod';

/** A NetworkPolicy selects some pod, the pods of jobs, or all; so do its peers. Every pod has a policy that means it. */
export const policies: Rule = (tree) => [
  ...ofKind(tree, 'NetworkPolicy').flatMap(({ path, object }) => {
    const { podSelector, ingress = [], egress = [] } = object.spec as PolicySpec;
    const peers = [...ingress.flatMap(({ from = [] }) => from), ...egress.flatMap(({ to = [] }) => to)];
    return [
      ...(isSomebody(tree, namespaceOf(object), podSelector) ? [] : [`${path}: selects no pod`]),
      ...peers
        .filter((peer) => !isThere(tree, namespaceOf(object), peer))
        .map((peer) => `${path}: there is no peer ${JSON.stringify(peer)}`),
    ];
  }),
  ...podsOf(tree).flatMap((pod) => {
    const meant = ofKind(tree, 'NetworkPolicy').filter(({ object }) => {
      const { matchLabels } = (object.spec as PolicySpec).podSelector;
      return (
        namespaceOf(object) === pod.namespace && matchLabels !== undefined && selects(matchLabels, pod.labels)
      );
    });
    return meant.length === 1 ? [] : [`${pod.owner}: ${meant.length} policies select its pod`];
  }),
];

function isThere(tree: readonly Manifest[], own: string, { namespaceSelector, podSelector }: Peer): boolean {
  if (podSelector === undefined) return true;
  const namespace = namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'] ?? own;
  return isSomebody(tree, namespace, podSelector);
}

function isSomebody(tree: readonly Manifest[], namespace: string, selector: Selector): boolean {
  if (tryFind(tree, 'Namespace', '', namespace) === undefined) return false;
  const { matchLabels, matchExpressions = [] } = selector;
  if (matchLabels === undefined) return matchExpressions.every(({ key }) => key === JOB_POD);
  return podsOf(tree).some((pod) => pod.namespace === namespace && selects(matchLabels, pod.labels));
}
