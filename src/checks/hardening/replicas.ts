import { at, isMap, listOf, mapOf } from '../../manifests/value';
import type { Manifest } from '../../manifests/manifest';
import type { Workload } from '../../manifests/workload';
import type { Check } from '../check';
import type { System } from '../../system/system';
import { each, eachPod } from './row';
import { selected, selectorOf } from '../../system/selector';

const DISRUPTIONS = 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/';

/** How many pods there are, and what keeps some of them up. */
export const REPLICAS: readonly Check[] = [
  each(['apps/Deployment'], {
    id: 'single-replica',
    severity: 'note',
    rule: 'A Deployment has two replicas',
    why: 'With one, each drained node is an outage. Two are wrong where they would share a volume or an identity: then accept this, and say so.',
    source: 'kube-score, README_CHECKS.md, deployment-replicas; Polaris deploymentMissingReplicas',
    breaks: (deployment, system) =>
      replicasOf(deployment) > 1 || system.view(scaled).has(scaledKey(deployment))
        ? undefined
        : {
            field: ['spec', 'replicas'],
            message: 'Nothing answers while the only pod moves to another node',
            remedy: 'set "replicas" to 2 with a PodDisruptionBudget, or accept this with the reason',
          },
  }),
  eachPod({
    id: 'disruption-budget',
    severity: 'note',
    rule: 'Replicas have a PodDisruptionBudget',
    why: 'Without one, nodes that are drained together take all replicas at once.',
    source: DISRUPTIONS,
    breaks: (workload, system) =>
      !isReplicated(workload) || system.view(budgeted).has(workload)
        ? undefined
        : {
            field: [],
            message: 'Nodes that are drained together take all replicas at once',
            remedy: 'add a PodDisruptionBudget with "maxUnavailable: 1" and the labels of these pods',
          },
  }),
  eachPod({
    id: 'spread-replicas',
    severity: 'note',
    rule: 'Replicas are spread over nodes',
    why: 'The scheduler may put all of them on one node, and they go with it.',
    source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
    breaks: (workload) =>
      !isReplicated(workload) || isSpread(workload)
        ? undefined
        : {
            field: ['topologySpreadConstraints'],
            message: 'All replicas may run on one node, and go with it',
            remedy: 'add "topologySpreadConstraints" over "kubernetes.io/hostname", or a "podAntiAffinity"',
          },
  }),
  each(['policy/PodDisruptionBudget'], {
    id: 'budget-keeps-broken-pods',
    severity: 'note',
    rule: 'A PodDisruptionBudget says what holds for pods that are not ready',
    why: 'By default a pod that is not ready cannot be evicted once too few are, so a broken workload keeps nodes from being drained.',
    source: `${DISRUPTIONS}#unhealthy-pod-eviction-policy`,
    breaks: (budget) =>
      budget.at('spec', 'unhealthyPodEvictionPolicy') !== undefined
        ? undefined
        : {
            field: ['spec', 'unhealthyPodEvictionPolicy'],
            message: 'Broken pods keep their nodes from being drained',
            remedy: 'set "unhealthyPodEvictionPolicy" to "AlwaysAllow"',
          },
  }),
];

/** The API server writes 1 where nothing is said. */
function replicasOf(manifest: Manifest): number {
  const replicas = manifest.at('spec', 'replicas');
  return typeof replicas === 'number' ? replicas : 1;
}

/** What a HorizontalPodAutoscaler counts. */
function scaled(system: System): ReadonlySet<string> {
  return new Set(
    system.ofKind('autoscaling', 'HorizontalPodAutoscaler').map((scaler) => {
      const { kind, name } = mapOf(scaler.at('spec', 'scaleTargetRef'));
      return JSON.stringify([scaler.namespace, kind ?? '', name ?? '']);
    }),
  );
}

function scaledKey({ namespace, kind, name }: Manifest): string {
  return JSON.stringify([namespace, kind, name]);
}

function isReplicated({ manifest }: Workload): boolean {
  return ['Deployment', 'StatefulSet'].includes(manifest.kind) && replicasOf(manifest) > 1;
}

function isSpread({ spec }: Workload): boolean {
  return listOf(spec.topologySpreadConstraints).length > 0 || isMap(at(spec, 'affinity', 'podAntiAffinity'));
}

function budgeted(system: System): ReadonlySet<Workload> {
  return new Set(
    system
      .ofKind('policy', 'PodDisruptionBudget')
      .flatMap((budget) => selected(system, budget.namespace, selectorOf(budget.at('spec', 'selector')))),
  );
}
