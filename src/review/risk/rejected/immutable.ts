import type { Risk } from '../risk';
import { rowOf } from './fixed';

const API = 'https://kubernetes.io/docs/reference/kubernetes-api';
const RENAME = 'give it a new name, and remove the old one with the same commit';

/** Fields of pods and of what makes them that nobody may change. */
export const IMMUTABLE: readonly Risk[] = [
  rowOf({
    id: 'selector-immutable',
    change: 'the selector of a Deployment, ReplicaSet or DaemonSet changes',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates',
    types: ['apps/Deployment', 'apps/ReplicaSet', 'apps/DaemonSet'],
    fields: ['spec.selector'],
    message: 'a selector cannot be changed',
    instead: 'give the workload a new name, and remove the old one with the same commit',
  }),
  rowOf({
    id: 'stateful-set-immutable',
    change: 'a StatefulSet changes in more than its replicas, template and strategies',
    source: 'kubernetes, pkg/apis/apps/validation/validation.go (ValidateStatefulSetUpdate)',
    types: ['apps/StatefulSet'],
    fields: ['spec'],
    free: [
      ...['replicas', 'ordinals', 'template', 'updateStrategy', 'minReadySeconds'].map(
        (name) => `spec.${name}`,
      ),
      ...['spec.persistentVolumeClaimRetentionPolicy', 'spec.revisionHistoryLimit'],
    ],
    defaults: { 'spec.podManagementPolicy': 'OrderedReady' },
    message: 'this field of a StatefulSet cannot be changed',
    instead:
      'run "kubectl delete statefulset NAME --cascade=orphan", which leaves pods and claims, patch the claims where they shall grow ("kubectl patch pvc"), then sync',
  }),
  rowOf({
    id: 'job-immutable',
    change: 'the template or the bookkeeping of a Job changes under the same name',
    source: 'kubernetes, pkg/apis/batch/validation/validation.go (validateJobSpecUpdate)',
    types: ['batch/Job'],
    fields: [
      ...['template', 'selector', 'completions', 'completionMode', 'podFailurePolicy'],
      ...['backoffLimitPerIndex', 'managedBy', 'successPolicy'],
    ].map((name) => `spec.${name}`),
    defaults: { 'spec.completions': 1, 'spec.completionMode': 'NonIndexed' },
    when: (_, head, { field }) =>
      field[1] !== 'completions' ||
      head.at('spec', 'completionMode') !== 'Indexed' ||
      head.at('spec', 'completions') !== head.at('spec', 'parallelism'),
    message: 'a Job is what it was made as',
    instead:
      'put a hash of its content into its name, or make it a hook with "argocd.argoproj.io/hook-delete-policy: BeforeHookCreation"',
  }),
  rowOf({
    id: 'pod-immutable',
    change: 'a bare Pod changes in more than its images',
    source: `${API}/workload-resources/pod-v1/`,
    types: ['/Pod'],
    fields: ['spec'],
    free: ['spec.containers[].image', 'spec.initContainers[].image', 'spec.activeDeadlineSeconds'],
    message: 'of a Pod that is there nothing but images can be changed',
    instead: 'make it a Deployment, or give it a new name',
  }),
  rowOf({
    id: 'role-ref-immutable',
    change: 'a binding is turned to another role',
    source:
      'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding',
    types: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
    fields: ['roleRef'],
    defaults: { 'roleRef.apiGroup': 'rbac.authorization.k8s.io' },
    message: 'the role of a binding cannot be changed',
    instead: RENAME,
  }),
  rowOf({
    id: 'service-address-immutable',
    change: 'a Service gets another cluster IP, first IP family or load balancer class',
    source: 'kubernetes, pkg/apis/core/validation/validation.go (ValidateServiceUpdate)',
    types: ['/Service'],
    fields: ['spec.clusterIP', 'spec.loadBalancerClass'],
    when: (base, head, { field, before, after }) => {
      if ([base, head].some((one) => one.at('spec', 'type') === 'ExternalName')) return false;
      if (field[1] === 'loadBalancerClass')
        return [base, head].every((one) => one.at('spec', 'type') === 'LoadBalancer');
      return after !== undefined && after !== '' && (before !== undefined || after === 'None');
    },
    message: 'the address of a Service cannot be changed',
    instead: 'make a second Service under a new name, let its clients follow, then remove this one',
  }),
];
