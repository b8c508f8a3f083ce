import type { Leaf } from '../leaf';
import { cacheType, insecure, jobImage, jobNamespace, pathInBucket, privileged } from '../runner-values';
import { NOT_BUILT, serverAddress } from '../server-address';
import {
  at,
  carried,
  dropped,
  isTrue,
  numberOf,
  replaced,
  textOf,
  type Context,
  type Row,
  type Verdict,
} from '../row';

/** Keys that the chart had until 0.53.0 of 2023. Since then it ignores them without a word. */

export const CACHE_2018: readonly Row[] = [
  { path: 'runners.cache.cacheType', read: ({ value }) => cacheType(textOf(value)) },
  { path: 'runners.cache.s3ServerAddress', read: ({ value }) => serverAddress(textOf(value)) },
  { path: 'runners.cache.s3BucketName', read: bucket },
  carried('runners.cache.s3BucketLocation', 'store.region', textOf),
  { path: 'runners.cache.s3CacheInsecure', read: ({ value }) => insecure(isTrue(value)) },
  { path: 'runners.cache.s3CachePath', read: ({ value }) => pathInBucket(textOf(value)) },
  { path: 'runners.cache.cachePath', read: ({ value }) => pathInBucket(textOf(value)) },
  carried('runners.cache.cacheShared', 'cache.shared', isTrue),
  {
    path: 'runners.cache.secretName',
    read: () => ({
      kind: 'replaced',
      why: 'a Job in the cluster fills Secret "s3access" with keys of this runner alone; in the recipe it held MinIO\'s root keys, and a newline of `echo KEY | base64` in it broke each transfer in silence',
    }),
  },
  ...dropped(
    'runners.cache.gcsBucketName runners.cache.gcsBucketname runners.cache.azureContainerName runners.cache.azureStorageDomain',
    'only s3 has a bucket here',
  ),
  ...replaced('runners.cache.disableGlobalCredentialsExport', 'the manager alone has the keys'),
];

/** Without an address the runner asks AWS. */
function bucket({ value }: Leaf, context: Context): Verdict {
  const hasAddress = textOf(context.get('runners', 'cache', 's3ServerAddress')) !== '';
  if (!hasAddress && !context.hasStore)
    return {
      kind: 'refused',
      why: `Cannot use a bucket without s3ServerAddress, which is one of AWS. ${NOT_BUILT}: say the address as "minio.minio:9000" to have it`,
    };
  return { kind: 'carried', to: [{ path: at('cache.bucket'), value: textOf(value) }] };
}

const KUBERNETES = 'runners.0.settings.kubernetes';

export const JOBS_2018: readonly Row[] = [
  { path: 'runners.image', read: ({ value }) => jobImage(textOf(value)) },
  { path: 'runners.privileged', read: ({ value }) => privileged(isTrue(value)) },
  { path: 'runners.namespace', read: ({ value }) => jobNamespace(textOf(value)) },
  { path: 'runners.jobNamespace', read: ({ value }) => jobNamespace(textOf(value)) },
  ...['builds', 'services', 'helpers'].flatMap(limits),
  carried('runners.pollTimeout', `${KUBERNETES}.poll_timeout`, numberOf),
  carried('runners.outputLimit', 'runners.0.settings.output_limit', numberOf),
  carried('runners.requestConcurrency', 'runners.0.settings.request_concurrency', numberOf),
  carried('runners.cloneUrl', 'runners.0.settings.clone_url', textOf),
  carried('runners.imagePullPolicy', `${KUBERNETES}.pull_policy`, textOf),
  item('runners.imagePullSecrets.*', `${KUBERNETES}.image_pull_secrets`),
  named('runners.nodeSelector.*', `${KUBERNETES}.node_selector`),
  named('runners.podLabels.*', `${KUBERNETES}.pod_labels`),
  named('runners.podAnnotations.*', `${KUBERNETES}.pod_annotations`),
  {
    path: 'runners.env.*',
    read: ({ path, value }) => ({
      kind: 'carried',
      to: [
        {
          path: at('runners.0.settings.environment'),
          value: `${String(path.at(-1))}=${textOf(value)}`,
          isItem: true,
        },
      ],
    }),
  },
  { path: 'runners.nodeTolerations.*.*', read: toleration },
  ...replaced('runners.helpers.image', 'the helper belongs to the manager: of the same version, always'),
  ...replaced(
    'runners.serviceAccountName runners.rbac.**',
    'jobs have the ServiceAccount "gitlab-job", which may do nothing',
  ),
  ...dropped(
    'runners.affinity.** runners.builds.** runners.services.** runners.helpers.** runners.nodeTolerations.**',
    'say it below `settings.kubernetes`, under the names of config.toml',
  ),
];

/** `builds.cpuLimit` of the chart is `cpu_limit` of the runner, `helpers.memoryRequests` is `helper_memory_request`. */
function limits(group: string): readonly Row[] {
  const prefix = { builds: '', services: 'service_', helpers: 'helper_' }[group] ?? '';
  return ['cpu', 'memory'].flatMap((what) => [
    carried(`runners.${group}.${what}Limit`, `${KUBERNETES}.${prefix}${what}_limit`, textOf),
    carried(`runners.${group}.${what}Requests`, `${KUBERNETES}.${prefix}${what}_request`, textOf),
  ]);
}

function named(path: string, to: string): Row {
  return {
    path,
    read: (leaf) => ({
      kind: 'carried',
      to: [{ path: at(to, String(leaf.path.at(-1))), value: textOf(leaf.value) }],
    }),
  };
}

function item(path: string, to: string): Row {
  return {
    path,
    read: ({ value }) => ({ kind: 'carried', to: [{ path: at(to), value: textOf(value), isItem: true }] }),
  };
}

/** Kubernetes writes four keys, the runner `"key=value" = "effect"`. */
function toleration({ path }: Leaf, context: Context): Verdict {
  const of = (key: string): string => textOf(context.get(...path.slice(0, -1), key));
  const name = of('value') === '' ? of('key') : `${of('key')}=${of('value')}`;
  return { kind: 'carried', to: [{ path: at(`${KUBERNETES}.node_tolerations`, name), value: of('effect') }] };
}
