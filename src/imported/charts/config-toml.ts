import { RUNNER_GLOBALS } from '../../facts/runner-globals';
import { secretsIn } from '../../findings/secret-text';
import { suggestion } from '../../text/closest';
import { shown } from '../../text/shown';
import { CACHE_KEYS, S3_KEYS } from '../cache-keys';
import { cacheType, insecure, jobImage, jobNamespace, pathInBucket, privileged } from '../runner-values';
import { NOT_BUILT, serverAddress } from '../server-address';
import type { Leaf } from '../leaf';
import { secret } from '../keys-explained';
import { at, carried, dropped, isTrue, replaced, textOf, type Context, type Row, type Verdict } from '../row';
import { executor, IN_GITLAB, TOKEN } from './gitlab-runner';

const RUNNER = 'runners.0';
const CACHE = `${RUNNER}.cache`;
const KUBERNETES = `${RUNNER}.kubernetes`;

/** Keys of `s3` that have rows of their own. */
const HANDLED: ReadonlySet<string> = new Set(
  'ServerAddress BucketName BucketLocation Insecure AccessKey SecretKey SessionToken AuthenticationType PathStyle'.split(
    ' ',
  ),
);

/** `runners.config` and `runners.configOverride` of the runner's chart. What is not here is a setting, and judged as one. */
export const CONFIG_TOML: readonly Row[] = [
  carried('concurrent', 'runners.0.concurrent'),
  { path: '*', read: global },
  carried(`${RUNNER}.url`, 'gitlab.url', textOf),
  secret(`${RUNNER}.token`, TOKEN),
  ...replaced(`${RUNNER}.name`, 'a name of its own would also name its namespaces: `runners[].name`'),
  { path: `${RUNNER}.executor`, read: ({ value }) => executor(value) },
  ...replaced(`${RUNNER}.tags ${RUNNER}.tag_list ${RUNNER}.run_untagged ${RUNNER}.locked`, IN_GITLAB),
  { path: `${CACHE}.Type`, read: ({ value }) => cacheType(textOf(value)) },
  { path: `${CACHE}.Path`, read: ({ value }) => pathInBucket(textOf(value)) },
  carried(`${CACHE}.Shared`, 'cache.shared'),
  carried(`${CACHE}.MaxUploadedArchiveSize`, 'cache.maxArchive', archive),
  { path: `${CACHE}.s3.ServerAddress`, read: ({ value }) => serverAddress(textOf(value)) },
  { path: `${CACHE}.s3.BucketName`, read: bucket },
  carried(`${CACHE}.s3.BucketLocation`, 'store.region', textOf),
  { path: `${CACHE}.s3.Insecure`, read: ({ value }) => insecure(isTrue(value)) },
  ...['AccessKey', 'SecretKey', 'SessionToken'].map((key) =>
    secret(
      `${CACHE}.s3.${key}`,
      'the manager reads keys of its own from Secret "s3access"; none stands in config.toml',
    ),
  ),
  ...replaced(
    `${CACHE}.s3.AuthenticationType ${CACHE}.s3.PathStyle`,
    'it is derived: keys from the environment, the bucket in the path',
  ),
  ...S3_KEYS.filter((key) => !HANDLED.has(key)).flatMap((key) =>
    dropped(`${CACHE}.s3.${key}`, 'it is for AWS, and MinIO does without'),
  ),
  ...dropped(`${CACHE}.gcs.** ${CACHE}.azure.**`, 'it is for another kind of store'),
  ...dropped(`${CACHE}.RedactURL`, 'part of the manifests: `config.toml` is written whole'),
  { path: `${CACHE}.**`, read: unknownOfCache },
  { path: `${KUBERNETES}.image`, read: ({ value }) => jobImage(textOf(value)) },
  { path: `${KUBERNETES}.namespace`, read: ({ value }) => jobNamespace(textOf(value)) },
  { path: `${KUBERNETES}.privileged`, read: ({ value }) => privileged(isTrue(value)) },
  ...replaced(
    `${KUBERNETES}.helper_image ${KUBERNETES}.helper_image_flavor`,
    'the helper belongs to the manager: of the same version, always',
  ),
  { path: `${KUBERNETES}.volumes.empty_dir.*`, read: emptyDir },
  { path: `${RUNNER}.environment.*`, read: environment },
  { path: `${RUNNER}.**`, read: setting },
];

/** Only `gitlab-runner lint` would have told it. */
function unknownOfCache({ path }: Leaf): Verdict {
  const key = String(path.at(-1));
  return {
    kind: 'dropped',
    why: `the runner knows no key ${shown(key)} of its cache${suggestion(key, CACHE_KEYS)}`,
  };
}

function global({ path, value }: Leaf): Verdict {
  const key = String(path[0]);
  if (key === 'runners') return { kind: 'dropped', why: `expected [[runners]], not ${typeof value}` };
  return Object.hasOwn(RUNNER_GLOBALS, key)
    ? { kind: 'replaced', why: 'part of the manifests: `config.toml` is written whole' }
    : {
        kind: 'dropped',
        why: `the runner knows no such key${suggestion(key, Object.keys(RUNNER_GLOBALS))}`,
      };
}

/** TOML has bytes, people have units. */
function archive(value: unknown): unknown {
  if (typeof value !== 'number' || value === 0) return value;
  const unit = (['Gi', 'Mi', 'Ki'] as const).find((_, index) => value % 1024 ** (3 - index) === 0);
  const factor = { Gi: 1024 ** 3, Mi: 1024 ** 2, Ki: 1024 }[unit ?? 'Ki'];
  return unit === undefined ? String(value) : `${String(value / factor)}${unit}`;
}

function bucket({ value }: Leaf, context: Context): Verdict {
  const hasAddress = textOf(context.get('runners', 0, 'cache', 's3', 'ServerAddress')) !== '';
  if (!hasAddress && !context.hasStore)
    return {
      kind: 'refused',
      why: `Cannot use a bucket without ServerAddress, which is one of AWS. ${NOT_BUILT}: say the address as "minio.minio:9000" to have it`,
    };
  return { kind: 'carried', to: [{ path: at('cache.bucket'), value: textOf(value) }] };
}

/** With docker, runner-cache mounts this one itself. */
function emptyDir(leaf: Leaf, context: Context): Verdict {
  const { value } = leaf;
  const path = typeof value === 'object' && value !== null && 'mount_path' in value ? value.mount_path : '';
  if (path === '/certs/client' && isTrue(context.get('runners', 0, 'kubernetes', 'privileged')))
    return { kind: 'replaced', why: '`jobs.docker` mounts the TLS files of docker and its service' };
  return setting(leaf);
}

/** A secret of jobs is none of the runner's, and would stand in a ConfigMap. */
function environment(leaf: Leaf): Verdict {
  const text = textOf(leaf.value);
  if (/^(?:AWS|CACHE_S3)_/.test(text))
    return {
      kind: 'dropped',
      why: "jobs get presigned URLs, and the manager's keys come from `credentials`",
    };
  return secretsIn(text).length > 0
    ? { kind: 'dropped', why: 'it looks like a secret: give it to jobs as a masked variable of GitLab' }
    : setting(leaf);
}

/** Passed on as it is; whether the runner knows it, and whether it costs the cache, is judged with all else. */
function setting({ path, value }: Leaf): Verdict {
  if (JSON.stringify(value).includes('{{'))
    return { kind: 'dropped', why: 'only Helm fills in {{ }}; write out what it stands for' };
  const [, , ...inside] = path;
  const isItem = typeof inside.at(-1) === 'number';
  const to = at('runners.0.settings', ...(isItem ? inside.slice(0, -1) : inside));
  return { kind: 'carried', to: [{ path: to, value, isItem }] };
}
