/** A value that an API server writes where nothing is said. */
type Default = string | number | boolean;

const PROBE = { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 };
const ROLLING = { maxSurge: '25%', maxUnavailable: '25%' };

/**
 * What an API server writes into a field that is not there, by the definition of the object around it. To write it oneself changes
 * nothing. (kubernetes, pkg/apis/{core,apps,batch,networking,autoscaling}/v1/defaults.go and zz_generated.defaults.go)
 */
export const SERVER_DEFAULTS: Readonly<Record<string, Readonly<Record<string, Default>>>> = {
  'core.v1.PodSpec': {
    dnsPolicy: 'ClusterFirst',
    enableServiceLinks: true,
    hostIPC: false,
    hostNetwork: false,
    hostPID: false,
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    terminationGracePeriodSeconds: 30,
  },
  'core.v1.Container': {
    stdin: false,
    stdinOnce: false,
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    tty: false,
  },
  'core.v1.ContainerPort': { protocol: 'TCP' },
  'core.v1.Probe': PROBE,
  'core.v1.HTTPGetAction': { path: '/', scheme: 'HTTP' },
  'core.v1.GRPCAction': { service: '' },
  'core.v1.VolumeMount': { readOnly: false },
  'core.v1.SecretVolumeSource': { defaultMode: 420, optional: false },
  'core.v1.ConfigMapVolumeSource': { defaultMode: 420, optional: false },
  'core.v1.ProjectedVolumeSource': { defaultMode: 420 },
  'core.v1.DownwardAPIVolumeSource': { defaultMode: 420 },
  'core.v1.HostPathVolumeSource': { type: '' },
  'core.v1.ServiceAccountTokenProjection': { expirationSeconds: 3600 },
  'core.v1.ObjectFieldSelector': { apiVersion: 'v1' },
  'core.v1.ServicePort': { protocol: 'TCP' },
  'core.v1.ServiceSpec': { internalTrafficPolicy: 'Cluster', sessionAffinity: 'None', type: 'ClusterIP' },
  'core.v1.PersistentVolumeClaimSpec': { volumeMode: 'Filesystem' },
  'core.v1.PersistentVolumeSpec': { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' },
  'core.v1.Secret': { type: 'Opaque', immutable: false },
  'core.v1.ConfigMap': { immutable: false },
  'apps.v1.DeploymentSpec': {
    minReadySeconds: 0,
    paused: false,
    progressDeadlineSeconds: 600,
    replicas: 1,
    revisionHistoryLimit: 10,
  },
  'apps.v1.DeploymentStrategy': { type: 'RollingUpdate' },
  'apps.v1.RollingUpdateDeployment': ROLLING,
  'apps.v1.StatefulSetSpec': {
    minReadySeconds: 0,
    podManagementPolicy: 'OrderedReady',
    replicas: 1,
    revisionHistoryLimit: 10,
  },
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy': { whenDeleted: 'Retain', whenScaled: 'Retain' },
  'apps.v1.DaemonSetSpec': { minReadySeconds: 0, revisionHistoryLimit: 10 },
  'batch.v1.JobSpec': { backoffLimit: 6, completionMode: 'NonIndexed', suspend: false },
  'batch.v1.CronJobSpec': {
    concurrencyPolicy: 'Allow',
    failedJobsHistoryLimit: 1,
    successfulJobsHistoryLimit: 3,
    suspend: false,
  },
  'networking.v1.NetworkPolicyPort': { protocol: 'TCP' },
  'rbac.v1.RoleRef': { apiGroup: 'rbac.authorization.k8s.io' },
  'storage.v1.StorageClass': {
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'Immediate',
    allowVolumeExpansion: false,
  },
};
