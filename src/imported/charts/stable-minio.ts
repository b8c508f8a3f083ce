import { dropped, replaced, isTrue, type Row } from '../row';
import type { Chart } from './chart';
import * as minio from './minio-common';
import { mode } from './minio';

/** The chart of the recipe of 2018, which ended in 2020. (helm/charts, stable/minio/values.yaml) */
export const STABLE_MINIO_CHART: Chart = {
  name: 'stable/minio',
  family: 'minio',
  implied: [
    [['persistence', 'enabled'], true],
    [['persistence', 'size'], '10Gi'],
  ],
  rows: [
    minio.secret('accessKey', `${minio.ROOT_KEYS}; the recipe gave these root keys to the runner too`),
    minio.secret('secretKey', `${minio.ROOT_KEYS}; the recipe gave these root keys to the runner too`),
    ...replaced('existingSecret', minio.OWN_SECRET),
    mode(),
    ...minio.servers('replicas drivesPerNode zones'),
    ...minio.persistence(),
    ...minio.serverImage(),
    ...replaced('defaultBucket.enabled', 'the bucket is always made'),
    defaultBucketName(),
    minio.bucketPolicy('defaultBucket.policy'),
    minio.purge('defaultBucket.purge'),
    minio.bucketName('buckets.*.name'),
    minio.bucketPolicy('buckets.*.policy'),
    minio.purge('buckets.*.purge'),
    minio.region('environment.MINIO_REGION'),
    minio.region('environment.MINIO_REGION_NAME'),
    minio.region('minioConfig.region'),
    ...replaced('environment.MINIO_BROWSER minioConfig.browser', 'the console is off, always'),
    ...dropped(
      'environment.** minioConfig.**',
      'MINIO_* variables are part of the manifests: what a cache needs, measured',
    ),
    ...replaced(
      'makeBucketJob.** updatePrometheusJob.**',
      'a Job makes the bucket, the users and their policies, and proves them',
    ),
    minio.onlyIfOn('ingress.enabled', minio.EXPOSED),
    ...dropped('ingress.**', minio.EXPOSED),
    ...replaced('service.** serviceType servicePort', minio.SERVED),
    minio.onlyIfOn('tls.enabled', minio.TLS),
    ...dropped('tls.** trustedCertsSecret certsPath', minio.TLS),
    ...replaced('resources.**', minio.SIZED),
    ...replaced('livenessProbe.** readinessProbe.**', minio.PROBED),
    ...replaced('securityContext.**', minio.RESTRICTED),
    ...replaced('networkPolicy.**', minio.POLICIES),
    ...dropped('metrics.**', minio.WATCHED),
    ...replaced('serviceAccount.**', minio.ACCOUNTS),
    ...replaced(
      'updateStrategy.** DeploymentUpdate.** StatefulSetUpdate.**',
      'the new server starts when the old one has let go of the volume',
    ),
    ...replaced('mountPath configPath bucketRoot configPathmc', 'paths in the pods are fixed'),
    ...dropped(
      'nodeSelector.** tolerations.** affinity.** priorityClassName podManagementPolicy',
      minio.PLACED,
    ),
    ...dropped('nameOverride fullnameOverride clusterDomain', minio.NAMED),
    ...dropped('podAnnotations.** podLabels.** additionalLabels.**', minio.ANNOTATED),
    ...dropped('extraArgs.**', minio.MOUNTED),
    ...dropped(
      'podDisruptionBudget.**',
      'one server that may not be moved would hold up each upgrade of a node',
    ),
    ...dropped(
      's3gateway.** azuregateway.** gcsgateway.** ossgateway.** b2gateway.** nasgateway.** gateway.** etcd.**',
      'MinIO has had no gateways since 2022',
    ),
  ],
};

/** Where it is off, the chart made none of this name. */
function defaultBucketName(): Row {
  const row = minio.bucketName('defaultBucket.name');
  return {
    path: row.path,
    read: (leaf, context) =>
      isTrue(context.get('defaultBucket', 'enabled'))
        ? row.read(leaf, context)
        : { kind: 'dropped', why: 'defaultBucket.enabled is false, so the chart did not make this bucket' },
  };
}
