import { objectName } from '../../manifests/identity';
import type { Manifest } from '../../manifests/manifest';
import { textOf, textsOf, type Value } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { makesPodsUnseen } from '../../system/pod-makers';
import { podsIn, selected, selectorOf } from '../../system/selector';

const SOURCE = 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/';

/** PodDisruptionBudgets and the pods that they keep. */
export const DISRUPTION_CHECKS: readonly Check[] = [
  {
    id: 'pdb-selects-nothing',
    severity: 'warning',
    rule: 'Each PodDisruptionBudget finds pods',
    why: 'A budget without pods keeps nothing from being evicted at once.',
    source: SOURCE,
    find: (system) =>
      budgetsOf(system)
        .filter(({ pods, budget: { namespace } }) => {
          const isOpen = namespace === 'kube-system' || makesPodsUnseen(system, namespace);
          return pods.length === 0 && podsIn(system, namespace).length > 0 && !isOpen;
        })
        .map(({ budget }) => ({
          spot: { manifest: budget, path: ['spec', 'selector'] },
          message:
            'No pod in these files has these labels: where there is none, nothing is kept from being evicted',
          remedy: 'select labels that the template of the pods has',
        })),
  },
  {
    id: 'pdb-blocks-evictions',
    severity: 'warning',
    rule: 'A PodDisruptionBudget lets at least one pod go',
    why: 'Where no pod may go, no node can be drained: an update of the cluster stops there until somebody removes the budget.',
    source: SOURCE,
    find: (system) => budgetsOf(system).flatMap((budget) => blocked(system, budget)),
  },
];

interface Budget {
  readonly budget: Manifest;
  readonly pods: readonly Workload[];
}

function budgetsOf(system: System): readonly Budget[] {
  return system.ofKind('policy', 'PodDisruptionBudget').flatMap((budget) => {
    const selector = selectorOf(budget.at('spec', 'selector'));
    return selector === undefined ? [] : [{ budget, pods: selected(system, budget.namespace, selector) }];
  });
}

function blocked(system: System, { budget, pods }: Budget): readonly Fault[] {
  const [field, other] = ['maxUnavailable', 'minAvailable'];
  const most = budget.at('spec', field);
  if (isNone(most)) return [stuck(budget, field, `"${field}: ${shown(most)}" lets no pod go`)];
  const least = budget.at('spec', other);
  if (least === '100%') return [stuck(budget, other, '"minAvailable: 100%" lets no pod go')];
  const replicas = pods.map((pod) => replicasOf(system, pod));
  const sum = replicas.reduce((total, count) => total + count, 0);
  if (typeof least !== 'number' || pods.length === 0 || !(sum <= least)) return [];
  const names = pods.map(({ manifest }) => objectName(manifest.identity)).join(', ');
  const [is, pod] = sum === 1 ? ['is', 'pod'] : ['are', 'pods'];
  return [
    stuck(budget, other, `There ${is} ${String(sum)} ${pod} of ${names}, and ${String(least)} must stay`),
  ];
}

function isNone(value: Value | undefined): boolean {
  return value === 0 || value === '0%';
}

function shown(value: Value | undefined): string {
  return textOf(value) ?? String(Number(value));
}

/** Not a number where the files do not tell: an autoscaler, a pod a node. */
function replicasOf(system: System, { manifest }: Workload): number {
  const { kind, namespace, name } = manifest;
  if (!['Deployment', 'StatefulSet', 'ReplicaSet'].includes(kind)) return Number.NaN;
  const isScaled = system.view(scaledOf).has(`${namespace} ${kind} ${name}`);
  const replicas = manifest.at('spec', 'replicas') ?? 1;
  return isScaled || typeof replicas !== 'number' ? Number.NaN : replicas;
}

function scaledOf(system: System): ReadonlySet<string> {
  return new Set(
    system.ofKind('autoscaling', 'HorizontalPodAutoscaler').map((scaler) => {
      const { kind = '', name = '' } = textsOf(scaler.at('spec', 'scaleTargetRef'));
      return `${scaler.namespace} ${kind} ${name}`;
    }),
  );
}

function stuck(manifest: Manifest, field: string, message: string): Fault {
  return {
    spot: { manifest, path: ['spec', field] },
    message: `${message}: no node with such a pod can be drained`,
    remedy: 'set "maxUnavailable" to 1 in its place, or remove the budget',
  };
}
