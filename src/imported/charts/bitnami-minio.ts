import { at, carried, dropped, numberOf, replaced, textOf, type Row } from '../row';
import type { Chart } from './chart';
import * as minio from './minio-common';
import { mode } from './minio';

const CONSOLE = 'console';

/** Bitnami's chart, deprecated in 2026. (bitnami/charts, bitnami/minio/values.yaml of 14 and later) */
export const BITNAMI_MINIO_CHART: Chart = {
  name: 'bitnami/minio',
  family: 'minio',
  implied: [
    [['persistence', 'enabled'], true],
    [['persistence', 'size'], '8Gi'],
  ],
  rows: [
    minio.secret('auth.rootUser', minio.ROOT_KEYS),
    minio.secret('auth.rootPassword', minio.ROOT_KEYS),
    minio.secret('accessKey.password', minio.ROOT_KEYS),
    minio.secret('secretKey.password', minio.ROOT_KEYS),
    ...replaced('auth.existingSecret auth.rootUserSecretKey auth.rootPasswordSecretKey', minio.OWN_SECRET),
    ...replaced('auth.**', minio.ROOT_KEYS),
    mode(),
    ...minio.servers('statefulset.** replicaCount'),
    ...minio.persistence(),
    ...minio.serverImage(),
    ...replaced('image.registry', '`store.image` and `images.registry` say where images come from'),
    ...dropped('image.debug', minio.IN_PARTS),
    defaultBuckets(),
    minio.bucketName('provisioning.buckets.*.name'),
    minio.region('provisioning.buckets.*.region'),
    carried('provisioning.buckets.*.lifecycle.*.expiry.days', 'cache.expireAfterDays', numberOf),
    ...replaced(
      'provisioning.buckets.*.lifecycle.**',
      'one rule lets archives expire after `cache.expireAfterDays`',
    ),
    ...replaced(
      'provisioning.buckets.*.quota.**',
      'each bucket may fill its part of `store.storage.size`, and the oldest archives make room',
    ),
    ...dropped(
      'provisioning.buckets.*.versioning provisioning.buckets.*.withLock provisioning.buckets.*.tags.**',
      'a cache keeps no old versions: they would fill the store and never expire',
    ),
    minio.secret('provisioning.users.*.password', minio.USERS),
    ...replaced(
      'provisioning.users.** provisioning.usersExistingSecrets.** provisioning.policies.** provisioning.groups.**',
      minio.USERS,
    ),
    ...replaced(
      'provisioning.enabled',
      'a Job makes the bucket, the users and their policies, and proves them',
    ),
    ...dropped('provisioning.**', 'a Job makes the bucket, the users and their policies, and proves them'),
    ...replaced(`disableWebUI ${CONSOLE}.**`, 'the console is off, always'),
    extraEnv(),
    ...dropped(
      'extraEnvVars.** extraEnvVarsCM extraEnvVarsSecret',
      'MINIO_* variables are part of the manifests: what a cache needs, measured',
    ),
    minio.onlyIfOn('tls.enabled', minio.TLS),
    ...dropped('tls.**', minio.TLS),
    minio.onlyIfOn('ingress.enabled', minio.EXPOSED),
    minio.onlyIfOn('apiIngress.enabled', minio.EXPOSED),
    ...dropped('ingress.** apiIngress.**', minio.EXPOSED),
    ...replaced('service.** containerPorts.**', minio.SERVED),
    ...replaced('resources.** resourcesPreset', minio.SIZED),
    ...replaced(
      'livenessProbe.** readinessProbe.** startupProbe.** customLivenessProbe.** customReadinessProbe.** customStartupProbe.**',
      minio.PROBED,
    ),
    ...replaced(
      'podSecurityContext.** containerSecurityContext.** volumePermissions.** defaultInitContainers.**',
      minio.RESTRICTED,
    ),
    ...replaced('networkPolicy.**', minio.POLICIES),
    ...dropped('metrics.**', minio.WATCHED),
    ...replaced('serviceAccount.** automountServiceAccountToken', minio.ACCOUNTS),
    ...replaced(
      'deployment.** terminationGracePeriodSeconds',
      'the new server starts when the old one has let go of the volume',
    ),
    minio.ofVolume('global.defaultStorageClass', 'storageClass'),
    minio.ofVolume('global.storageClass', 'storageClass'),
    carried('global.imageRegistry', 'images.registry', textOf),
    ...dropped('global.**', minio.IN_PARTS),
    carried('clusterDomain', 'cluster.domain', textOf),
    ...dropped(
      'nodeSelector.** tolerations.** affinity.** topologySpreadConstraints.** priorityClassName runtimeClassName schedulerName podAffinityPreset podAntiAffinityPreset nodeAffinityPreset.**',
      minio.PLACED,
    ),
    ...dropped('nameOverride fullnameOverride namespaceOverride', minio.NAMED),
    ...dropped('podLabels.** podAnnotations.** commonLabels.** commonAnnotations.**', minio.ANNOTATED),
    ...dropped(
      'extraVolumes.** extraVolumeMounts.** sidecars.** initContainers.** command.** args.** lifecycleHooks.** hostAliases.** extraDeploy.**',
      minio.MOUNTED,
    ),
    ...dropped(
      'pdb.** autoscaling.**',
      'one server that may not be moved would hold up each upgrade of a node',
    ),
    ...dropped('gateway.** kubeVersion diagnosticMode.**', minio.IN_PARTS),
  ],
};

/** `a,b:download`: names with commas, perhaps a policy behind each. */
function defaultBuckets(): Row {
  return {
    path: 'defaultBuckets',
    read: ({ value }) => {
      const [name = '', ...others] = textOf(value)
        .split(/[,; ]+/)
        .map((bucket) => bucket.split(':')[0] ?? '');
      const to = [{ path: at('cache.bucket'), value: name }];
      return others.length === 0
        ? { kind: 'carried', to }
        : {
            kind: 'replaced',
            to,
            why: 'the cache has one bucket, the first of these; the others are not of the cache',
          };
    },
  };
}

function extraEnv(): Row {
  return {
    path: 'extraEnvVars.*.value',
    read: ({ value, path }, context) => {
      const name = textOf(context.get(...path.slice(0, -1), 'name'));
      return ['MINIO_REGION', 'MINIO_SITE_REGION', 'MINIO_REGION_NAME'].includes(name)
        ? { kind: 'carried', to: [{ path: at('store.region'), value: textOf(value) }] }
        : {
            kind: 'dropped',
            why: 'MINIO_* variables are part of the manifests: what a cache needs, measured',
          };
    },
  };
}
