import type { Manifest } from '../../manifests/manifest';
import { at, listOf, mapOf, textOf, type ValueMap } from '../../manifests/value';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { variablesOf, secretPlace, textIn } from './container-env';
import { minioServers, type MinioServer } from './minio-servers';
import { mountsByWorkload } from '../../system/runners/mounts';
import { configuredRunners } from '../../system/runners/runner-configs';
import { storedTextsOf } from '../../system/runners/stored-texts';

/** What the official charts and MinIO's images read. */
const KEYS_OF_CHARTS =
  /^(?:accesskey|secretkey|accessKey|secretKey|root-?[uU]ser|root-?[pP]assword|runner-token|runner-registration-token)$/;
const VARIABLES =
  /^(?:MINIO_(?:ROOT_USER|ROOT_PASSWORD|ACCESS_KEY|SECRET_KEY)|AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY|CI_SERVER_TOKEN|RUNNER_TOKEN|CACHE_S3_ACCESS_KEY|CACHE_S3_SECRET_KEY)$/;

/** What Secrets hold of the cache. */
export const SECRET_CHECKS: readonly Check[] = [
  {
    id: 'secret-value-whitespace',
    severity: 'error',
    rule: 'A key or token has no white space around it',
    why: 'MinIO drops the newline of `echo KEY | base64` and the runner does not: every transfer is refused, in a green job.',
    source:
      'seen with MinIO of 2026-02-12 and gitlab-runner 19.4; docs.gitlab.com, kubernetes_troubleshooting',
    *find(system) {
      const used = system.view(keysInUse);
      for (const { manifest, path, key, text } of system.view(storedTextsOf)) {
        if (manifest.kind !== 'Secret' || !/^[\s\p{Cc}]|[\s\p{Cc}]$/u.test(text)) continue;
        const place = secretPlace(manifest.namespace, manifest.name, key);
        if (!KEYS_OF_CHARTS.test(key) && !used.has(place)) continue;
        yield {
          spot: { manifest, path },
          message: `The value of "${key}" ${text.endsWith('\n') ? 'ends in a newline' : 'begins or ends with white space'}: the runner sends it as it is, and is refused`,
          remedy: 'write it without: `printf %s "$KEY" | base64`, not `echo`, or use stringData without "|"',
        };
      }
    },
  },
  {
    id: 'cache-secret-key-name',
    severity: 'error',
    rule: 'The Secret of the cache has the keys that the chart reads',
    why: 'The chart’s entrypoint reads the files "accesskey" and "secretkey" alone, and goes on without a word.',
    source: 'gitlab-runner’s chart, templates/configmap.yaml (entrypoint); runner issue 28657',
    *find(system) {
      const managers = new Set(
        system
          .view(configuredRunners)
          .filter(({ config }) => config.isTemplate)
          .flatMap(({ config }) => config.managers),
      );
      for (const workload of managers)
        for (const { kind, name, items } of system.view(mountsByWorkload).get(workload) ?? []) {
          const secret = system.tryFind('', 'Secret', workload.manifest.namespace, name);
          if (kind !== 'Secret' || items !== undefined || secret === undefined) continue;
          yield* wrongKeys(secret);
        }
    },
  },
  {
    id: 'minio-root-too-short',
    secret: true,
    severity: 'error',
    rule: 'MinIO’s root user has 3 characters or more, its password 8',
    why: 'MinIO refuses to start with shorter ones.',
    source: 'minio, internal/auth/credentials.go',
    find: (system) =>
      system.view(minioServers).flatMap(({ variables }) =>
        LEAST.flatMap(([name, least]): Fault[] => {
          const variable = variables.get(name);
          const text = variable && textIn(system, variable)?.trim();
          if (variable === undefined || text === undefined || text.length >= least) return [];
          return [
            {
              spot: { manifest: variable.workload.manifest, path: variable.path },
              message: `${name} has fewer than ${least} characters: MinIO does not start`,
              remedy: `give it ${least} characters or more`,
            },
          ];
        }),
      ),
  },
  {
    id: 'minio-root-default',
    secret: true,
    severity: 'error',
    rule: 'MinIO is told its root user and password',
    why: 'Without them, or with files that are not there, MinIO starts with minioadmin:minioadmin, which everybody knows.',
    source: 'minio, cmd/common-main.go; the images preset MINIO_ROOT_USER_FILE=access_key; seen',
    find: (system) => system.view(minioServers).flatMap((server) => rootFaults(server)),
  },
];

const LEAST = [
  ['MINIO_ROOT_USER', 3],
  ['MINIO_ROOT_PASSWORD', 8],
] as const;

/** Keys of Secrets that MinIO or a runner reads from its environment. */
function keysInUse(system: System): ReadonlySet<string> {
  return new Set(
    system.workloads.flatMap((workload) =>
      workload.containers
        .flatMap((container) => variablesOf(workload, container))
        .flatMap(({ name, source }) =>
          VARIABLES.test(name) && source.kind === 'secret'
            ? [secretPlace(workload.manifest.namespace, source.name, source.key)]
            : [],
        ),
    ),
  );
}

function* wrongKeys(manifest: Manifest): Generator<Fault> {
  const fields = ['data', 'stringData'] as const;
  const keys = fields.flatMap((field) => Object.keys(mapOf(manifest.at(field))));
  for (const field of fields)
    for (const key of Object.keys(mapOf(manifest.at(field)))) {
      const plain = key.toLowerCase().replace(/[-_.]/g, '');
      const meant = MEANT[plain];
      if (meant === undefined || keys.includes(meant)) continue;
      yield {
        spot: { manifest, path: [field, key], part: 'key' },
        message: `The chart reads "${meant}" and not "${key}": the runner has no keys, and each job misses its cache`,
        remedy: `name the key "${meant}"`,
      };
    }
}

const MEANT: Readonly<Record<string, string>> = {
  accesskey: 'accesskey',
  accesskeyid: 'accesskey',
  awsaccesskeyid: 'accesskey',
  secretkey: 'secretkey',
  secretaccesskey: 'secretkey',
  awssecretaccesskey: 'secretkey',
};

function rootFaults({ workload, container, variables }: MinioServer): readonly Fault[] {
  const said = ['MINIO_ROOT_USER', 'MINIO_ROOT_PASSWORD', 'MINIO_ACCESS_KEY', 'MINIO_SECRET_KEY'];
  const isSaid = said.some((name) => variables.has(name)) || variables.has('MINIO_CONFIG_ENV_FILE');
  const mounts = mountPathsOf(container.value);
  if (isSaid || mayBeSaid(container.value, mounts)) return [];
  const file = variables.get('MINIO_ROOT_USER_FILE');
  const path = file?.source.kind === 'literal' ? file.source.text : undefined;
  if (path !== undefined && mounts.some((mount) => path.startsWith(`${mount}/`) || path === mount)) return [];
  if (file !== undefined && path === undefined) return [];
  return [
    {
      spot: { manifest: workload.manifest, path: file?.path ?? [...container.path, 'env'] },
      message:
        path === undefined
          ? 'MinIO is told no root user: it starts with minioadmin:minioadmin'
          : `Nothing is mounted where "${path}" is read: MinIO starts with minioadmin:minioadmin`,
      remedy:
        'set MINIO_ROOT_USER and MINIO_ROOT_PASSWORD from a Secret by secretKeyRef, so that no pod starts without',
    },
  ];
}

/** Variables may come from elsewhere; a name without folder is looked for in /run/secrets. */
function mayBeSaid(container: ValueMap, mounts: readonly string[]): boolean {
  return (
    listOf(container.envFrom).length > 0 ||
    mounts.some((mount) => /^\/(?:var\/)?run\/secrets(?:\/|$)/.test(mount))
  );
}

function mountPathsOf(container: ValueMap): readonly string[] {
  return listOf(container.volumeMounts).map((mount) =>
    (textOf(at(mount, 'mountPath')) ?? '').replace(/\/+$/, ''),
  );
}
