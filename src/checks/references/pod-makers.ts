import type { Manifest } from '../../manifests/manifest';
import type { System } from '../../system/system';

/** Whether an operator may make pods in a namespace, of which no file tells: those of a MinIO Tenant, of a Prometheus. */
export function makesPodsUnseen(system: System, namespace: string): boolean {
  return system.view(namespacesOfOperators).has(namespace);
}

function namespacesOfOperators({ manifests }: System): ReadonlySet<string> {
  return new Set(manifests.filter(isOfOperator).map((manifest) => manifest.namespace));
}

function isOfOperator({ identity: { group }, kind }: Manifest): boolean {
  const isBuiltIn = !group.includes('.') || group.endsWith('.k8s.io');
  return !isBuiltIn && !WITHOUT_PODS.includes(group) && !MONITORS.includes(kind);
}

/** Groups whose kinds make no pods. */
const WITHOUT_PODS: readonly string[] = [
  'argoproj.io',
  'bitnami.com',
  'cert-manager.io',
  'cilium.io',
  'external-secrets.io',
  'kyverno.io',
];
const MONITORS: readonly string[] = ['ServiceMonitor', 'PodMonitor', 'PrometheusRule', 'Probe'];
