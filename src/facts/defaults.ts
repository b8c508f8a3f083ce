/** A value that an API server writes where nothing is said. */
type Default = string | number | boolean;

const PROBE = { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 };
const WEBHOOK = { failurePolicy: 'Fail', matchPolicy: 'Equivalent', timeoutSeconds: 10 };
const ROLLING = { maxSurge: '25%', maxUnavailable: '25%' };

/**
 * What an API server writes into a field that is not there, by the definition of the object around it. To write it oneself changes
 * nothing. What is written into a Pod alone, and into no template, is in none of it: there it makes another template.
 * (kubernetes, pkg/apis/GROUP/VERSION/defaults.go and zz_generated.defaults.go)
 */
export const SERVER_DEFAULTS: Readonly<Record<string, Readonly<Record<string, Default>>>> = {
  'core.v1.PodSpec': {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    terminationGracePeriodSeconds: 30,
  },
  'core.v1.Container': {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  },
  'core.v1.ContainerPort': { protocol: 'TCP' },
  'core.v1.Probe': PROBE,
  'core.v1.HTTPGetAction': { path: '/', scheme: 'HTTP' },
  'core.v1.GRPCAction': { service: '' },
  'core.v1.SecretVolumeSource': { defaultMode: 420 },
  'core.v1.ConfigMapVolumeSource': { defaultMode: 420 },
  'core.v1.ProjectedVolumeSource': { defaultMode: 420 },
  'core.v1.DownwardAPIVolumeSource': { defaultMode: 420 },
  'core.v1.HostPathVolumeSource': { type: '' },
  'core.v1.ServiceAccountTokenProjection': { expirationSeconds: 3600 },
  'core.v1.ObjectFieldSelector': { apiVersion: 'v1' },
  'core.v1.ServicePort': { protocol: 'TCP' },
  'core.v1.ServiceSpec': {
    allocateLoadBalancerNodePorts: true,
    externalTrafficPolicy: 'Cluster',
    internalTrafficPolicy: 'Cluster',
    // pkg/registry/core/service/storage/alloc.go; that of a headless Service without a selector is RequireDualStack.
    ipFamilyPolicy: 'SingleStack',
    sessionAffinity: 'None',
    type: 'ClusterIP',
  },
  'core.v1.ClientIPConfig': { timeoutSeconds: 10800 },
  'core.v1.ReplicationControllerSpec': { replicas: 1 },
  'core.v1.PersistentVolumeClaimSpec': { volumeMode: 'Filesystem' },
  'core.v1.PersistentVolumeSpec': { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' },
  'core.v1.Secret': { type: 'Opaque', immutable: false },
  'core.v1.ConfigMap': { immutable: false },
  'apps.v1.DeploymentSpec': {
    progressDeadlineSeconds: 600,
    replicas: 1,
    revisionHistoryLimit: 10,
  },
  'apps.v1.DeploymentStrategy': { type: 'RollingUpdate' },
  'apps.v1.RollingUpdateDeployment': ROLLING,
  'apps.v1.StatefulSetSpec': {
    podManagementPolicy: 'OrderedReady',
    replicas: 1,
    revisionHistoryLimit: 10,
  },
  'apps.v1.StatefulSetUpdateStrategy': { type: 'RollingUpdate' },
  'apps.v1.RollingUpdateStatefulSetStrategy': { partition: 0 },
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy': { whenDeleted: 'Retain', whenScaled: 'Retain' },
  'apps.v1.DaemonSetSpec': { revisionHistoryLimit: 10 },
  'apps.v1.DaemonSetUpdateStrategy': { type: 'RollingUpdate' },
  'apps.v1.RollingUpdateDaemonSet': { maxSurge: 0, maxUnavailable: 1 },
  'apps.v1.ReplicaSetSpec': { replicas: 1 },
  'batch.v1.JobSpec': { completionMode: 'NonIndexed', manualSelector: false, suspend: false },
  'batch.v1.PodFailurePolicyOnPodConditionsPattern': { status: 'True' },
  'batch.v1.CronJobSpec': {
    concurrencyPolicy: 'Allow',
    failedJobsHistoryLimit: 1,
    successfulJobsHistoryLimit: 3,
    suspend: false,
  },
  'autoscaling.v1.HorizontalPodAutoscalerSpec': { minReplicas: 1 },
  'autoscaling.v2.HorizontalPodAutoscalerSpec': { minReplicas: 1 },
  'networking.v1.NetworkPolicyPort': { protocol: 'TCP' },
  'networking.v1.IngressClassParametersReference': { scope: 'Cluster' },
  'rbac.v1.RoleRef': { apiGroup: 'rbac.authorization.k8s.io' },
  'storage.v1.StorageClass': {
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'Immediate',
    allowVolumeExpansion: false,
  },
  'scheduling.v1.PriorityClass': { preemptionPolicy: 'PreemptLowerPriority' },
  'admissionregistration.v1.ValidatingWebhook': WEBHOOK,
  'admissionregistration.v1.MutatingWebhook': { ...WEBHOOK, reinvocationPolicy: 'Never' },
  'admissionregistration.v1.RuleWithOperations': { scope: '*' },
  'admissionregistration.v1.ServiceReference': { port: 443 },
  'apiextensions.v1.CustomResourceConversion': { strategy: 'None' },
};

/** Maps that an API server writes where there is none, and fills as the table above says: an empty one is none. */
export const FILLED: Readonly<Record<string, readonly string[]>> = {
  'core.v1.PodSpec': ['securityContext'],
  'core.v1.ServiceSpec': ['sessionAffinityConfig'],
  'core.v1.SessionAffinityConfig': ['clientIP'],
  'apps.v1.DeploymentStrategy': ['rollingUpdate'],
  'apps.v1.DaemonSetUpdateStrategy': ['rollingUpdate'],
  'apps.v1.StatefulSetUpdateStrategy': ['rollingUpdate'],
  'apps.v1.StatefulSetSpec': ['persistentVolumeClaimRetentionPolicy'],
  'admissionregistration.v1.ValidatingWebhook': ['namespaceSelector', 'objectSelector'],
  'admissionregistration.v1.MutatingWebhook': ['namespaceSelector', 'objectSelector'],
  'apiextensions.v1.CustomResourceDefinitionSpec': ['conversion'],
};

/**
 * Lists whose order says nothing to who reads them. In a pod template it makes another template all the same, so none of them
 * stands in one.
 */
export const UNORDERED: Readonly<Record<string, readonly string[]>> = {
  'rbac.v1.PolicyRule': ['apiGroups', 'nonResourceURLs', 'resourceNames', 'resources', 'verbs'],
  'rbac.v1.Role': ['rules'],
  'rbac.v1.ClusterRole': ['rules'],
  'rbac.v1.RoleBinding': ['subjects'],
  'rbac.v1.ClusterRoleBinding': ['subjects'],
  'networking.v1.NetworkPolicySpec': ['egress', 'ingress', 'policyTypes'],
  'networking.v1.NetworkPolicyIngressRule': ['from', 'ports'],
  'networking.v1.NetworkPolicyEgressRule': ['ports', 'to'],
  'networking.v1.IPBlock': ['except'],
};
