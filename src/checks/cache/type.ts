import { isMap, mapOf, textOf } from '../../manifests/value';
import { suggestion } from '../../text/closest';
import { shown } from '../../text/shown';
import type { Check } from '../check';
import type { System } from '../../system/system';
import { minioServers } from './minio-servers';
import { mountsByWorkload, type Mount } from '../../system/runners/mounts';
import { perRunner } from './per-runner';
import type { ConfiguredRunner } from '../../system/runners/runner-configs';

const SOURCE = 'gitlab-runner, cache/adapter.go and cache/s3v2/adapter.go; seen with 19.4';
/** What registers an adapter, and the table that each one reads. (gitlab-runner, cache/adapter.go) */
const TABLES: Readonly<Record<string, string>> = {
  s3: 's3',
  s3v2: 's3',
  gcs: 'gcs',
  gcsv2: 'gcs',
  azure: 'azure',
};

/** That there is a cache, and which. */
export const TYPE_CHECKS: readonly Check[] = [
  {
    id: 'cache-missing',
    severity: 'error',
    rule: 'A runner beside a store for its cache has a cache',
    why: 'Without `[runners.cache]` each job says "No URL provided", stays green and starts from nothing.',
    source: 'gitlab-runner, cache/cache.go; its chart ignores the settings of before 0.53.0 without a word',
    find: perRunner(function* (runner, system) {
      if (runner.at('cache', 'Type') !== undefined && runner.at('cache', 'Type') !== '') return;
      const why = reasonForCache(runner, system);
      if (why === undefined) return;
      yield {
        spot: runner.spotOf('cache'),
        message: `No cache is configured, although ${why}: each job starts from nothing`,
        remedy: 'write `[runners.cache]` with Type = "s3", and `[runners.cache.s3]` with address and bucket',
      };
    }),
  },
  {
    id: 'cache-type-unknown',
    severity: 'error',
    rule: 'The type of a cache is one that the runner knows',
    why: 'Its name is looked up letter for letter; an unknown one switches the cache off in green jobs.',
    source: SOURCE,
    find: perRunner(function* (runner) {
      const type = runner.at('cache', 'Type');
      if (typeof type !== 'string' || type === '' || Object.hasOwn(TABLES, type)) return;
      const hint = suggestion(type, Object.keys(TABLES)) || '; expected "s3", "gcs" or "azure"';
      yield {
        spot: runner.spotOf('cache', 'Type'),
        message: `The runner knows no cache of type ${shown(type)}${hint} Each job would miss its cache`,
        remedy: Object.hasOwn(TABLES, type.toLowerCase())
          ? `write Type = "${type.toLowerCase()}"`
          : 'write Type = "s3" for S3 and MinIO',
      };
    }),
  },
  {
    id: 'cache-table-missing',
    severity: 'error',
    rule: 'The table that the type of the cache names is there',
    why: 'Without it the adapter cannot start, and each job misses its cache in silence.',
    source: SOURCE,
    find: perRunner(function* (runner) {
      const table = TABLES[textOf(runner.at('cache', 'Type'))?.toLowerCase() ?? ''];
      if (table === undefined || isMap(runner.at('cache', table))) return;
      const other = ['s3', 'gcs', 'azure'].find((name) => runner.at('cache', name) !== undefined);
      yield {
        spot: runner.spotOf('cache', 'Type'),
        message: `Type asks for \`[runners.cache.${table}]\`, which is not there${other === undefined ? '' : `; only \`[runners.cache.${other}]\` is`}`,
        remedy: `write \`[runners.cache.${table}]\`${other === undefined ? '' : ', or mend Type'}`,
      };
    }),
  },
];

/** What in the files says that somebody wants a cache. */
function reasonForCache(runner: ConfiguredRunner, system: System): string | undefined {
  const { managers } = runner.config;
  const secret = managers
    .flatMap((workload) => system.view(mountsByWorkload).get(workload) ?? [])
    .find((mount) => mount.kind === 'Secret' && holdsCacheKeys(mount, system));
  if (secret !== undefined) return `the keys of one are mounted from Secret "${secret.name}"`;
  if (runner.config.managers.length === 0 || !runner.isOnKubernetes) return undefined;
  return system.view(minioServers).length > 0 ? 'a MinIO stands in these files' : undefined;
}

function holdsCacheKeys({ items, name, workload }: Mount, system: System): boolean {
  const secret = system.tryFind('', 'Secret', workload.manifest.namespace, name);
  const keys =
    items?.map(({ file }) => file) ??
    ['data', 'stringData'].flatMap((field) => Object.keys(mapOf(secret?.at(field))));
  return keys.includes('accesskey') && keys.includes('secretkey');
}
