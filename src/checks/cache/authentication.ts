import { mapOf, textOf } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import { shown } from '../../text/shown';
import type { Check } from '../check';
import { accountName } from '../../system/accounts';
import type { System } from '../../system/system';
import { hasEnvFrom, textIn, variablesOf, type Variable } from './container-env';
import { serverOf } from './addresses';
import { perS3Cache } from './per-runner';
import { mountsByWorkload } from '../../system/runners/mounts';
import type { ConfiguredRunner } from '../../system/runners/runner-configs';

/** With which keys the manager signs. */
export const AUTHENTICATION_CHECKS: readonly Check[] = [
  {
    id: 'cache-authentication-type',
    severity: 'error',
    rule: 'The way of authentication is one that the runner knows',
    why: 'An unknown one is no error: keys in the file are ignored, and others or none are used.',
    source: 'gitlab-runner, cache/cacheconfig/cacheconfig.go (AuthType); seen with 19.4',
    find: perS3Cache(function* (runner) {
      const type = textOf(runner.at('cache', 's3', 'AuthenticationType')) ?? '';
      if (['', 'iam', 'access-key'].includes(type.toLowerCase())) return;
      yield {
        spot: runner.spotOf('cache', 's3', 'AuthenticationType'),
        message: `The runner knows no way of authentication ${shown(type)}: it ignores the keys in this file`,
        remedy: 'write "access-key" for keys in this file, or "iam" for those in the manager’s environment',
      };
    }),
  },
  {
    id: 'cache-keys-missing',
    severity: 'error',
    rule: 'The manager has keys for its cache',
    why: 'Without keys nothing is signed: each job says "No URL provided" and stays green.',
    source:
      'gitlab-runner, cache/s3v2/s3.go; seen with 19.4. CACHE_S3_* act in `register` alone (issue 26871)',
    find: perS3Cache(function* (runner, system) {
      const type = textOf(runner.at('cache', 's3', 'AuthenticationType'))?.toLowerCase() ?? '';
      const inFile = [runner.at('cache', 's3', 'AccessKey'), runner.at('cache', 's3', 'SecretKey')];
      const fromEnvironment = type === 'iam' || (type === '' && inFile.every((key) => (key ?? '') === ''));
      if (runner.config.isTemplate && runner.config.managers.length === 0) return;
      if (fromEnvironment ? mayHaveKeys(runner, system) : inFile.every((key) => (key ?? '') !== '')) return;
      if (!fromEnvironment && type !== 'access-key') return;
      if (runner.config.isTemplate && mayHaveKeys(runner, system)) return;
      yield {
        spot: runner.spotOf('cache', 's3', 'AuthenticationType'),
        message: `${fromEnvironment ? 'The manager has no keys in its environment' : 'AccessKey and SecretKey are not both in this file'}: each job misses its cache`,
        remedy: runner.config.isTemplate
          ? 'set `runners.cache.secretName` to a Secret with the keys "accesskey" and "secretkey"'
          : 'give the manager AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY from a Secret, and write AuthenticationType = "iam"',
      };
    }),
  },
  {
    id: 'cache-root-keys',
    secret: true,
    severity: 'error',
    rule: 'A runner does not have the root keys of its store',
    why: 'Who gets at the manager’s keys may read, replace and delete every bucket, and make users.',
    source: 'MinIO’s root user may do everything; the runner needs s3:GetObject and s3:PutObject alone',
    find: perS3Cache(function* (runner, system) {
      const root = serverOf(system, runner)?.variables;
      const user = root?.get('MINIO_ROOT_USER') ?? root?.get('MINIO_ACCESS_KEY');
      if (user === undefined) return;
      const name = textIn(system, user)?.trim() ?? '';
      const spot = runnerKeys(runner, system).find(
        (key) => isSame(key.variable, user) || (name !== '' && key.text?.trim() === name),
      )?.spot;
      if (spot === undefined) return;
      yield {
        spot,
        message: 'The runner signs with the root keys of MinIO: its cache is open to whoever gets at them',
        remedy:
          'make a user of its own for the runner, with s3:GetObject and s3:PutObject on its bucket, and give it that one’s keys',
      };
    }),
  },
];

/** What only the cloud knows is taken for keys. */
const OTHER_SOURCES =
  /^AWS_(?:PROFILE|SHARED_CREDENTIALS_FILE|CONFIG_FILE|WEB_IDENTITY_TOKEN_FILE|ROLE_ARN|CONTAINER_.*)$/;

function mayHaveKeys({ config }: ConfiguredRunner, system: System): boolean {
  if (config.managers.length === 0) return true;
  return config.managers.some((workload) => {
    const names = new Set(
      workload.containers.flatMap((container) =>
        variablesOf(workload, container).map((variable) => variable.name),
      ),
    );
    return (
      workload.containers.some(hasEnvFrom) ||
      (names.has('AWS_ACCESS_KEY_ID') && names.has('AWS_SECRET_ACCESS_KEY')) ||
      [...names].some((name) => OTHER_SOURCES.test(name)) ||
      hasIdentity(workload, system) ||
      (config.isTemplate && (mountsCacheKeys(workload, system) || names.has('CACHE_S3_ACCESS_KEY')))
    );
  });
}

/** An annotation that hands a cloud’s role to the ServiceAccount, or an account that is not in the files. */
function hasIdentity(workload: Workload, system: System): boolean {
  const account = system.tryFind('', 'ServiceAccount', workload.manifest.namespace, accountName(workload));
  const annotations = Object.keys(mapOf(account?.at('metadata', 'annotations')));
  return annotations.some((key) => /^(?:eks\.amazonaws\.com\/role-arn|iam\.gke\.io\/)/.test(key));
}

/** The chart’s entrypoint reads two files, `accesskey` and `secretkey`, of whatever Secret is mounted. */
function mountsCacheKeys(workload: Workload, system: System): boolean {
  return (system.view(mountsByWorkload).get(workload) ?? []).some((mount) => {
    if (mount.kind !== 'Secret') return false;
    if (mount.items !== undefined) return mount.items.some(({ file }) => file === 'accesskey');
    const secret = system.tryFind('', 'Secret', workload.manifest.namespace, mount.name);
    if (secret === undefined) return true;
    const keys = ['data', 'stringData'].flatMap((field) => Object.keys(mapOf(secret.at(field))));
    // A name that is nearly right is told where it stands.
    return keys.length === 0 || keys.some((key) => /access.?key/i.test(key));
  });
}

interface RunnerKey {
  readonly spot: ReturnType<ConfiguredRunner['spotOf']>;
  readonly text: string | undefined;
  readonly variable?: Variable;
}

/** The access keys that a runner may sign with. */
function runnerKeys(runner: ConfiguredRunner, system: System): readonly RunnerKey[] {
  const inFile = textOf(runner.at('cache', 's3', 'AccessKey'));
  return [
    ...(inFile === undefined ? [] : [{ spot: runner.spotOf('cache', 's3', 'AccessKey'), text: inFile }]),
    ...runner.config.managers.flatMap((workload) => [
      ...workload.containers
        .flatMap((container) => variablesOf(workload, container))
        .filter(({ name }) => name === 'AWS_ACCESS_KEY_ID' || name === 'CACHE_S3_ACCESS_KEY')
        .map((variable) => ({
          spot: { manifest: workload.manifest, path: variable.path },
          text: textIn(system, variable),
          variable,
        })),
      ...mountedKeys(workload, system),
    ]),
  ];
}

function mountedKeys(workload: Workload, system: System): readonly RunnerKey[] {
  return (system.view(mountsByWorkload).get(workload) ?? []).flatMap((mount) => {
    if (mount.kind !== 'Secret') return [];
    const key =
      mount.items === undefined ? 'accesskey' : mount.items.find(({ file }) => file === 'accesskey')?.key;
    const secret = system.tryFind('', 'Secret', workload.manifest.namespace, mount.name);
    if (key === undefined || secret === undefined) return [];
    const variable: Variable = {
      workload,
      name: key,
      path: [],
      source: { kind: 'secret', name: mount.name, key },
    };
    const text = textIn(system, variable);
    return [{ spot: { manifest: workload.manifest, path: mount.path }, text, variable }];
  });
}

function isSame(key: Variable | undefined, root: Variable): boolean {
  if (key?.source.kind !== 'secret' || root.source.kind !== 'secret') return false;
  return (
    key.source.name === root.source.name &&
    key.source.key === root.source.key &&
    key.workload.manifest.namespace === root.workload.manifest.namespace
  );
}
