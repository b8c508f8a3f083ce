import type { Manifest } from '../manifests/manifest';
import type { System } from './system';

/** Whether an operator may make pods in a namespace, of which no file tells: those of a MinIO Tenant, of a Prometheus. */
export function makesPodsUnseen(system: System, namespace: string): boolean {
  const makers = system.view(namespacesOfMakers);
  // What says no namespace may end up in any.
  return makers.has(namespace) || makers.has('') || (namespace === '' && makers.size > 0);
}

function namespacesOfMakers({ manifests }: System): ReadonlySet<string> {
  return new Set(manifests.filter(mayMakePods).map(({ namespace }) => namespace));
}

/** An operator may make pods of any object whose kind is not Kubernetes' own. */
function mayMakePods({ identity: { group, kind } }: Manifest): boolean {
  const isBuiltIn = !group.includes('.') || group.endsWith('.k8s.io');
  return !isBuiltIn && !WITHOUT_PODS.has(group) && !KINDS_WITHOUT_PODS.has(`${group}/${kind}`);
}

/** Groups whose kinds make no pods. */
const WITHOUT_PODS: ReadonlySet<string> = new Set([
  'bitnami.com',
  'cert-manager.io',
  'cilium.io',
  'external-secrets.io',
  'generators.external-secrets.io',
  'kyverno.io',
]);

/** Kinds of groups that have others which do, such as Prometheus and Rollout. An Application makes none beside itself. */
const KINDS_WITHOUT_PODS: ReadonlySet<string> = new Set([
  ...['Application', 'ApplicationSet', 'AppProject'].map((kind) => `argoproj.io/${kind}`),
  ...['ServiceMonitor', 'PodMonitor', 'PrometheusRule', 'Probe'].map(
    (kind) => `monitoring.coreos.com/${kind}`,
  ),
]);
