import { suggestion } from '../../text/closest';
import { flags } from '../../facts/feature-flags.json';
import { DNS_LABEL } from '../kubernetes-name';
import type { Runner } from '../model';
import {
  environmentOf,
  featureFlag,
  HELPER_MEMORY,
  IS_BOOLEAN,
  kubernetesSettings,
  memoryLimitOfHelper,
  namedVolumes,
} from '../runner-features';
import { isTable, listOf, textOf, type Settings } from '../settings';
import { quoted, shown } from '../../text/shown';
import { Size } from '../size';
import { isAtLeast } from '../version';
import type { RunnerRule } from './rule';

const FORMATS = ['zip', 'tarzstd', 'zipzstd'];
const LEVELS = ['fastest', 'fast', 'default', 'slow', 'slowest'];
/** Measured: the helper needs 52-86 MiB, and a killed helper loses the job, not just the cache. */
const LEAST_HELPER_MEMORY = Size.mebibytes(250);
/** Measured: 567 MB with 16 chunks of 16 MiB, 139 MB with 4 of 8 MiB. */
const PARALLEL_HELPER_MEMORY = Size.mebibytes(640);

const ZIPZSTD = '19.3.0';
const LEGACY_ADAPTER = 'FF_USE_LEGACY_S3_CACHE_ADAPTER';
const LEGACY_TEXT = `Cannot use ${LEGACY_ADAPTER}: it finds no keys here, and each cache would miss in silence; remove it`;

/** Settings that are legal for the runner and silently cost the cache. Paths begin at `settings`. */
export const CONTENT_RULES: readonly RunnerRule[] = [
  {
    path: 'environment',
    holds: (runner) => hasValue(runner, 'CACHE_COMPRESSION_FORMAT', FORMATS),
    message: () =>
      `Unknown CACHE_COMPRESSION_FORMAT, which the runner takes as zip: expected ${quoted(FORMATS)}`,
  },
  {
    path: 'environment',
    holds: (runner) => hasValue(runner, 'CACHE_COMPRESSION_LEVEL', LEVELS),
    message: () =>
      `Unknown CACHE_COMPRESSION_LEVEL, which the runner takes as default: expected ${quoted(LEVELS)}`,
  },
  {
    path: 'environment',
    holds: ({ settings }) =>
      listOf(settings.environment)
        .map(textOf)
        .every((entry) => /^[A-Za-z_][A-Za-z0-9_]*=/.test(entry)),
    message: () => 'Cannot read an entry of this list: expected each as "NAME=value"',
  },
  {
    path: 'environment',
    holds: (runner) => [...environmentOf(runner).keys()].every((name) => !/^(AWS|CACHE_S3)_/.test(name)),
    message: () =>
      "Cannot set S3 variables here: jobs get presigned URLs, and the manager's keys come from `credentials`; remove it",
  },
  {
    path: 'environment',
    holds: ({ version, ...runner }) =>
      environmentOf(runner).get('CACHE_COMPRESSION_FORMAT') !== 'zipzstd' || isAtLeast(version, ZIPZSTD),
    message: () =>
      `Cannot use CACHE_COMPRESSION_FORMAT=zipzstd: expected runner ${ZIPZSTD} or newer, or "tarzstd"`,
  },
  {
    path: 'environment',
    holds: (runner) => unreadFlags(environmentOf(runner)).length === 0,
    message: (runner) =>
      `Cannot read the value of ${shown(unreadFlags(environmentOf(runner))[0])}, which the runner takes as false: expected "true" or "false"`,
  },
  {
    path: 'environment',
    holds: (runner) => unknownFlags(environmentOf(runner).keys()).length === 0,
    message: (runner) => unknownFlagText(unknownFlags(environmentOf(runner).keys())),
  },
  {
    path: 'feature_flags',
    holds: (runner) => wrongFlags(runner).length === 0,
    message: (runner) => unknownFlagText(wrongFlags(runner)),
  },
  {
    // The old adapter asks the node for keys instead of the environment, and speaks https only.
    path: 'feature_flags',
    holds: (runner) => tableOfFlags(runner)[LEGACY_ADAPTER] !== true,
    message: () => LEGACY_TEXT,
  },
  {
    path: 'environment',
    holds: (runner) => tableOfFlags(runner)[LEGACY_ADAPTER] === true || !featureFlag(runner, LEGACY_ADAPTER),
    message: () => LEGACY_TEXT,
  },
  {
    path: 'feature_flags',
    holds: (runner, { runners }) =>
      runners.every((other) => !sharesCache(runner, other) || hashesKeys(other) === hashesKeys(runner)),
    message: () =>
      'Cannot use FF_HASH_CACHE_KEYS on one runner of a shared cache: expected it on all or none of them',
  },
  {
    path: 'kubernetes.helper_memory_limit',
    holds: (runner) =>
      ['', undefined].includes(saidLimit(runner)) || memoryLimitOfHelper(runner) !== undefined,
    message: (runner) =>
      `Cannot use ${shown(saidLimit(runner))}: expected an integer with a unit, such as "${HELPER_MEMORY.limit.toString()}"`,
  },
  {
    path: 'kubernetes.helper_memory_limit',
    holds: (runner) => atLeast(memoryLimitOfHelper(runner), LEAST_HELPER_MEMORY),
    message: () =>
      `Cannot limit the helper so: expected ${LEAST_HELPER_MEMORY.toString()} or more, as it packs the archives`,
  },
  {
    path: 'kubernetes.helper_memory_limit',
    holds: (runner) =>
      !featureFlag(runner, 'FF_USE_PARALLEL_CACHE_TRANSFER') ||
      environmentOf(runner).has('CACHE_CONCURRENCY') ||
      atLeast(memoryLimitOfHelper(runner), PARALLEL_HELPER_MEMORY),
    message: () =>
      `Cannot use FF_USE_PARALLEL_CACHE_TRANSFER with so little memory: expected CACHE_CONCURRENCY=4 and CACHE_CHUNK_SIZE=8388608, or a limit of ${PARALLEL_HELPER_MEMORY.toString()}`,
  },
  {
    path: 'kubernetes.volumes',
    holds: (runner) => namedVolumes(runner).every(isLabel),
    message: (runner) =>
      `Cannot use volume name ${shown(namedVolumes(runner).find((name) => !isLabel(name)))}: expected lowercase letters, digits and hyphens, such as "build-output"`,
  },
  {
    path: 'kubernetes.volumes',
    holds: (runner) => new Set(namedVolumes(runner)).size === namedVolumes(runner).length,
    message: () => 'Cannot use a volume name twice: expected a name of its own for each volume of any kind',
  },
];

function hasValue(runner: Runner, name: string, values: readonly string[]): boolean {
  const value = environmentOf(runner).get(name);
  return value === undefined || values.includes(value);
}

function unknownFlags(names: Iterable<string>): string[] {
  return [...names].filter((name) => name.startsWith('FF_') && !Object.hasOwn(flags, name));
}

function unknownFlagText([flag = '']: readonly string[]): string {
  return `Unknown feature flag ${shown(flag)}${suggestion(flag, Object.keys(flags)) || '; remove it'}`;
}

/** In this table every name is one of a flag. */
function wrongFlags(runner: Runner): string[] {
  return Object.keys(tableOfFlags(runner)).filter((name) => !Object.hasOwn(flags, name));
}

function tableOfFlags({ settings }: Runner): Settings {
  return isTable(settings.feature_flags) ? settings.feature_flags : {};
}

function unreadFlags(environment: ReadonlyMap<string, string>): string[] {
  return [...environment]
    .filter(([name, value]) => name.startsWith('FF_') && !IS_BOOLEAN.test(value))
    .map(([name]) => name);
}

function saidLimit(runner: Runner): string | undefined {
  const said = kubernetesSettings(runner).helper_memory_limit;
  return typeof said === 'string' ? said : undefined;
}

function sharesCache(one: Runner, other: Runner): boolean {
  return one.cache.bucket === other.cache.bucket && one.cache.path === other.cache.path;
}

function hashesKeys(runner: Runner): boolean {
  return featureFlag(runner, 'FF_HASH_CACHE_KEYS');
}

function atLeast(limit: Size | undefined, least: Size): boolean {
  return limit === undefined || limit.bytes >= least.bytes;
}

function isLabel(name: string): boolean {
  return DNS_LABEL.test(name);
}
