import { dropped, replaced, textOf, type Row } from '../row';
import * as minio from './minio-common';
import type { Chart } from './chart';

const USER = 'users.*.';

/** The chart of MinIO, Inc., last released as 5.4.0 in 2025. (minio/minio, helm/minio/values.yaml) */
export const MINIO_CHART: Chart = {
  name: 'minio/minio',
  family: 'minio',
  // The chart's own defaults: whoever says nothing has them.
  implied: [
    [['persistence', 'enabled'], true],
    [['persistence', 'size'], '500Gi'],
    [['users', 0, 'accessKey'], 'console'],
    [['metrics', 'serviceMonitor', 'public'], true],
  ],
  rows: [
    minio.secret('rootUser', minio.ROOT_KEYS),
    minio.secret('rootPassword', minio.ROOT_KEYS),
    ...replaced('existingSecret', minio.OWN_SECRET),
    mode(),
    ...minio.servers('replicas drivesPerNode pools'),
    ...minio.persistence(),
    ...minio.serverImage(),
    {
      path: `${USER}accessKey`,
      read: ({ value }) => ({
        kind: 'replaced',
        why:
          value === 'console'
            ? `${minio.USERS}; the chart's \`console\` with \`console123\` is known to everybody and may do everything`
            : minio.USERS,
      }),
    },
    minio.secret(`${USER}secretKey`, minio.USERS),
    ...replaced('users.** svcaccts.** policies.**', minio.USERS),
    minio.bucketName('buckets.*.name'),
    minio.purge('buckets.*.purge'),
    minio.bucketPolicy('buckets.*.policy'),
    ...dropped(
      'buckets.*.versioning buckets.*.objectlocking',
      'a cache keeps no old versions: they would fill the store and never expire',
    ),
    minio.region('environment.MINIO_SITE_REGION'),
    minio.region('environment.MINIO_REGION'),
    ...replaced('environment.MINIO_BROWSER', 'the console is off, always'),
    ...dropped('environment.**', 'MINIO_* variables are part of the manifests: what a cache needs, measured'),
    ...replaced('minioAPIPort service.port', minio.SERVED),
    ...dropped('minioConsolePort consoleService.** consoleIngress.**', 'the console is off'),
    minio.onlyIfOn('ingress.enabled', minio.EXPOSED),
    ...dropped('ingress.**', minio.EXPOSED),
    ...replaced('service.**', minio.SERVED),
    minio.onlyIfOn('tls.enabled', minio.TLS),
    ...dropped('tls.** trustedCertsSecret certsPath', minio.TLS),
    ...replaced(
      'resources.** makeBucketJob.** makePolicyJob.** makeUserJob.** makeServiceAccountJob.**',
      minio.SIZED,
    ),
    ...replaced('securityContext.** containerSecurityContext.**', minio.RESTRICTED),
    ...replaced('networkPolicy.**', minio.POLICIES),
    ...replaced(
      'metrics.serviceMonitor.public',
      'MinIO asks for a token where it tells its metrics; the chart tells them to everybody, even where enabled is false',
    ),
    ...dropped('metrics.**', minio.WATCHED),
    ...replaced('serviceAccount.**', minio.ACCOUNTS),
    ...replaced(
      'postJob.** customCommandJob.**',
      'a Job makes the bucket, the users and their policies, and proves them',
    ),
    ...dropped('customCommands.**', 'the Job runs what the cache needs, and no commands of others'),
    ...replaced(
      'deploymentUpdate.** statefulSetUpdate.**',
      'the new server starts when the old one has let go of the volume',
    ),
    ...replaced('mountPath bucketRoot configPathmc', 'paths in the pods are fixed'),
    ...dropped(
      'nodeSelector.** tolerations.** affinity.** topologySpreadConstraints.** priorityClassName runtimeClassName',
      minio.PLACED,
    ),
    ...dropped('nameOverride fullnameOverride', minio.NAMED),
    ...dropped(
      'additionalLabels.** additionalAnnotations.** podAnnotations.** podLabels.** ignoreChartChecksums',
      minio.ANNOTATED,
    ),
    ...dropped(
      'extraArgs.** extraVolumes.** extraVolumeMounts.** extraContainers.** extraSecret',
      minio.MOUNTED,
    ),
    ...dropped(
      'podDisruptionBudget.**',
      'one server that may not be moved would hold up each upgrade of a node',
    ),
    ...dropped('clusterDomain', 'the chart uses it in its notes only; `cluster.domain` says it'),
    ...dropped('oidc.** etcd.** gateway.**', minio.IN_PARTS),
  ],
};

/** In the official chart and in the old one. */
export function mode(): Row {
  return {
    path: 'mode',
    read: ({ value }) =>
      textOf(value) === 'standalone'
        ? { kind: 'replaced', why: 'one server, always' }
        : { kind: 'dropped', why: minio.ONE_SERVER },
  };
}
