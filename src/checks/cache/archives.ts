import { at, listOf, textOf } from '../../manifests/value';
import { shown } from '../../text/shown';
import type { Check } from '../check';
import { perRunner, perS3Cache } from './per-runner';
import { serverOf } from './addresses';
import type { ConfiguredRunner } from '../../system/runners/runner-configs';
import type { MinioServer } from './minio-servers';

const FORMATS = ['zip', 'tarzstd', 'zipzstd'];
const LEVELS = ['fastest', 'fast', 'default', 'slow', 'slowest'];
const MEBIBYTE = 2 ** 20;

/** How archives are packed and sent. */
export const ARCHIVE_CHECKS: readonly Check[] = [
  {
    id: 'cache-archive-size',
    severity: 'error',
    rule: 'The largest archive fits into the store',
    why: 'One archive that is larger than the volume fills it, and MinIO refuses every other.',
    source:
      'gitlab-runner, commands/helpers/cache_archiver.go; minio, cmd/erasure-object.go (XMinioStorageFull)',
    find: perS3Cache(function* (runner, system) {
      const size = runner.at('cache', 'MaxUploadedArchiveSize');
      if (typeof size !== 'number') return;
      const volume = volumeOf(serverOf(system, runner));
      if (size >= 0 && (volume === undefined || size <= volume)) return;
      yield {
        spot: runner.spotOf('cache', 'MaxUploadedArchiveSize'),
        message:
          size < 0
            ? 'A negative size is no limit'
            : 'An archive of this size is larger than the volume of the store',
        remedy: 'write a count of bytes well below the volume, such as 5368709120 for 5 GiB',
      };
    }),
  },
  {
    id: 'cache-compression',
    severity: 'warning',
    rule: 'The compression of archives is one that the runner knows',
    why: 'It takes an unknown format for zip and an unknown level for the default, without a word or with a warning in each job.',
    source: 'gitlab-runner, commands/helpers/archive; seen with 19.4',
    find: perRunner(function* (runner) {
      for (const [name, known] of [
        ['CACHE_COMPRESSION_FORMAT', FORMATS],
        ['CACHE_COMPRESSION_LEVEL', LEVELS],
      ] as const) {
        const value = variableOf(runner, name);
        if (value === undefined || value.startsWith('$') || known.includes(value.toLowerCase())) continue;
        yield {
          spot: runner.spotOf('environment'),
          message: `The runner knows no ${name} ${shown(value)} and takes ${known === FORMATS ? 'zip' : 'the default'}`,
          remedy: `write one of ${known.join(', ')}`,
        };
      }
    }),
  },
  {
    id: 'runner-helper-memory',
    severity: 'warning',
    rule: 'The helper has the memory that archives need',
    why: 'It packs and unpacks them, and where it is killed the job fails, not the cache alone.',
    source:
      'docs.gitlab.com: 250Mi or more; measured: 86 MB at most, with FF_USE_PARALLEL_CACHE_TRANSFER and its defaults 567 MB',
    find: perRunner(function* (runner) {
      if ((runner.at('cache', 'Type') ?? '') === '') return;
      const limit = bytesOf(textOf(runner.at('kubernetes', 'helper_memory_limit')));
      if (limit === undefined) return;
      const isParallel =
        (runner.at('feature_flags', PARALLEL) ?? variableOf(runner, PARALLEL) === 'true') === true &&
        variableOf(runner, 'CACHE_CONCURRENCY') === undefined;
      const least = isParallel ? 640 : 250;
      if (limit >= least * MEBIBYTE) return;
      yield {
        spot: runner.spotOf('kubernetes', 'helper_memory_limit'),
        message: `The helper may use less than ${least}Mi${isParallel ? `, which ${PARALLEL} needs` : ''}: large archives get it killed`,
        remedy: `write helper_memory_limit = "${isParallel ? 640 : 512}Mi"${isParallel ? ', or CACHE_CONCURRENCY=4 and CACHE_CHUNK_SIZE=8388608 in `environment`' : ''}`,
      };
    }),
  },
];

const PARALLEL = 'FF_USE_PARALLEL_CACHE_TRANSFER';

/** What `environment` says; the last one wins. */
function variableOf(runner: ConfiguredRunner, name: string): string | undefined {
  return listOf(runner.at('environment'))
    .map((entry) => textOf(entry) ?? '')
    .findLast((entry) => entry.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** Of an emptyDir with a limit or a StatefulSet’s claim; undefined where it is not said. */
function volumeOf(server: MinioServer | undefined): number | undefined {
  if (server === undefined) return undefined;
  const { spec, manifest } = server.workload;
  const sizes = [
    ...listOf(spec.volumes).map((volume) => at(volume, 'emptyDir', 'sizeLimit')),
    ...listOf(manifest.at('spec', 'volumeClaimTemplates')).map((claim) =>
      at(claim, 'spec', 'resources', 'requests', 'storage'),
    ),
  ].map((size) => bytesOf(typeof size === 'number' ? String(size) : textOf(size)));
  const known = sizes.filter((size) => size !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

function bytesOf(quantity: string | undefined): number | undefined {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([A-Za-z]*)$/.exec(quantity ?? '') ?? [];
  const factor = UNITS[unit];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}
