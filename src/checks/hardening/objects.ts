import type { Manifest } from '../../manifests/manifest';
import { textsOf } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import type { Check, Fault } from '../check';
import { eachPod } from './row';

const LABELS = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/';

/** Where objects are, and how they are found again. */
export const OBJECTS: readonly Check[] = [
  {
    id: 'default-namespace',
    severity: 'warning',
    rule: 'Nothing stands in the namespace "default"',
    why: 'Everybody who forgets a namespace ends up there: policies, quotas and rights cannot tell them apart.',
    source: 'Checkov CKV_K8S_21; Trivy KSV-0110',
    find: ({ manifests }) =>
      manifests
        .filter(({ namespace }) => namespace === 'default')
        .map((manifest): Fault => ({
          spot: { manifest, path: ['metadata', 'namespace'] },
          message: 'This shares a namespace with all that names none',
          remedy: 'give it a namespace of its own',
        })),
  },
  {
    id: 'system-namespace',
    severity: 'note',
    rule: 'Nothing stands in a namespace of Kubernetes itself',
    why: 'What runs there is left out of policies and quotas, and may be set apart from all others by its priority.',
    source: 'Trivy KSV-0037; https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    find: ({ manifests }) =>
      manifests
        .filter(({ namespace }) => SYSTEM_NAMESPACES.has(namespace))
        .map((manifest): Fault => ({
          spot: { manifest, path: ['metadata', 'namespace'] },
          message: `This stands among what Kubernetes itself needs, in "${manifest.namespace}"`,
          remedy: 'give it a namespace of its own',
        })),
  },
  {
    id: 'missing-namespace',
    severity: 'note',
    rule: 'Each object says its namespace',
    why: 'Without it, it goes wherever the next person who applies it happens to be.',
    source: 'Checkov CKV_K8S_21; Trivy KSV-0110',
    find: ({ manifests }) =>
      manifests
        .filter((manifest) => manifest.namespace === '' && NAMESPACED.has(kindOf(manifest)))
        .map((manifest): Fault => ({
          spot: { manifest, path: ['metadata', 'namespace'] },
          message: 'This goes into whatever namespace is at hand when it is applied',
          remedy: 'set "metadata.namespace"',
        })),
  },
  eachPod({
    id: 'recommended-labels',
    severity: 'note',
    rule: 'Workloads and their pods say which application they are',
    why: 'Tools and people find what belongs together by these labels.',
    source: LABELS,
    breaks: ({ manifest, labels }: Workload) =>
      isNamed(labels) && isNamed(textsOf(manifest.at('metadata', 'labels')))
        ? undefined
        : {
            field: [],
            message: 'Nothing says which application this belongs to',
            remedy: 'set the label "app.kubernetes.io/name" on the object and on its pods',
          },
  }),
  eachPod({
    id: 'label-part-of',
    severity: 'note',
    rule: 'Workloads say more of themselves than their name',
    why: 'By its name alone nobody finds what belongs to the same whole, who made it, or which release runs.',
    source: `${LABELS}; Kubescape C-0076`,
    breaks: ({ manifest, labels }: Workload) => {
      const above = textsOf(manifest.at('metadata', 'labels'));
      // What has no name either is told of that.
      return !(isNamed(labels) && isNamed(above)) ||
        FURTHER_LABELS.some((label) => (labels[label] ?? above[label]) !== undefined)
        ? undefined
        : {
            field: [],
            message: 'Nothing says to which whole this belongs, or which release it is',
            remedy:
              'set the label "app.kubernetes.io/part-of", and "app.kubernetes.io/version" where it has one',
          };
    },
  }),
  eachPod({
    id: 'naked-pod',
    severity: 'note',
    rule: 'Pods belong to something that makes them again',
    why: 'A pod that stands alone is gone with its node.',
    source:
      'https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs',
    breaks: ({ manifest }) =>
      manifest.kind !== 'Pod'
        ? undefined
        : {
            field: [],
            message: 'Nobody makes this pod again when its node is gone',
            remedy: 'make it a Deployment or a Job',
          },
  }),
];

const SYSTEM_NAMESPACES = new Set(['kube-system', 'kube-public', 'kube-node-lease']);

function kindOf({ identity: { group, kind } }: Manifest): string {
  return `${group}/${kind}`;
}

/** Those that people write; of what is unknown, nothing is said. */
const NAMESPACED = new Set([
  ...'ConfigMap Endpoints LimitRange PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount'
    .split(' ')
    .map((kind) => `/${kind}`),
  ...'DaemonSet Deployment ReplicaSet StatefulSet'.split(' ').map((kind) => `apps/${kind}`),
  'autoscaling/HorizontalPodAutoscaler',
  'batch/CronJob',
  'batch/Job',
  'networking.k8s.io/Ingress',
  'networking.k8s.io/NetworkPolicy',
  'policy/PodDisruptionBudget',
  'rbac.authorization.k8s.io/Role',
  'rbac.authorization.k8s.io/RoleBinding',
]);

/** The recommended ones, and what charts and scanners wrote before them. */
const FURTHER_LABELS = [
  ...['component', 'instance', 'managed-by', 'part-of', 'version'].map(
    (label) => `app.kubernetes.io/${label}`,
  ),
  ...['chart', 'component', 'env', 'helm.sh/chart', 'owner', 'phase', 'release', 'team', 'tier', 'version'],
];

/** The label of today and its two forerunners. */
function isNamed(labels: Readonly<Record<string, string>>): boolean {
  return ['app.kubernetes.io/name', 'app', 'k8s-app'].some((label) => labels[label] !== undefined);
}
