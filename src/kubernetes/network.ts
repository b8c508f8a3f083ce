import type { Construct } from 'constructs';
import type { EgressRule, IngressRule } from './object';
import { kubeObject } from './object';
import { labelsOf, SELECTOR_LABEL } from '../model/names';

/** Pods that a policy speaks of. */
export interface Pods {
  readonly namespace: string;
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly { readonly key: string; readonly operator: 'Exists' }[];
}

/** The pods of one of our workloads. */
export function podsNamed(namespace: string, name: string): Pods {
  return { namespace, matchLabels: { [SELECTOR_LABEL]: name } };
}

/** Name lookups, wherever the cluster answers them: a pod, the node, a link-local cache. */
export const DNS: EgressRule = {
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

/** Any address, for what has none that is known before the cluster is: the API server, GitLab. */
export function toAnyAddress(ports: readonly number[]): EgressRule {
  return { ports: [...new Set(ports)].sort((a, b) => a - b).map((port) => ({ port, protocol: 'TCP' })) };
}

/** Connections to a TCP port of these pods. */
export function toPods(pods: Pods, port: number): EgressRule {
  return { to: [peer(pods)], ports: [{ port, protocol: 'TCP' }] };
}

/** Connections from any of these pods to a TCP port of our own. */
export function fromPods(pods: readonly Pods[], port: number): IngressRule {
  return { from: pods.map(peer), ports: [{ port, protocol: 'TCP' }] };
}

function peer({ namespace, ...podSelector }: Pods) {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector };
}

/** What these pods may do; both directions are always judged, and what is not listed is dropped. */
export function networkPolicy(
  scope: Construct,
  name: string,
  { namespace, ...podSelector }: Pods,
  rules: { readonly ingress: readonly IngressRule[]; readonly egress: readonly EgressRule[] },
  annotations: Readonly<Record<string, string>> = {},
): void {
  kubeObject(scope, 'NetworkPolicy', {
    metadata: {
      name,
      namespace,
      labels: labelsOf(name),
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    },
    spec: {
      podSelector,
      policyTypes: ['Ingress', 'Egress'],
      ...(rules.ingress.length > 0 ? { ingress: rules.ingress } : {}),
      ...(rules.egress.length > 0 ? { egress: rules.egress } : {}),
    },
  });
}

/** Nothing to and from every pod of a namespace, also those that nobody thought of. */
export function defaultDeny(
  scope: Construct,
  namespace: string,
  annotations: Readonly<Record<string, string>> = {},
): void {
  networkPolicy(scope, 'default-deny', { namespace }, { ingress: [], egress: [] }, annotations);
}

/** kube-score knows no pods but those of the files; it keeps no reason, so that stands beside it. */
export const PODS_OF_JOBS = {
  'kube-score/ignore': 'networkpolicy-targets-pod',
  'runner-cache/kube-score': 'the pods are those of jobs: the runner makes them',
} as const;
