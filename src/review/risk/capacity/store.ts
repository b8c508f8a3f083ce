import { textsOf } from '../../../manifests/value';
import type { Manifest } from '../../../manifests/manifest';
import { workloadOf } from '../../../manifests/workload';
import { INSIDE, isBelow, type Field } from '../../change';
import { isEphemeralStore } from '../ephemeral-store';
import { holdOf } from '../restart/held';
import type { Risk } from '../risk';

/** The store of the cache, and the runners that fill it. */
export const STORE: readonly Risk[] = [
  {
    id: 'cache-emptied',
    class: 'CAPACITY',
    change: 'a MinIO is made anew whose objects lie in an emptyDir',
    why: 'An emptyDir goes with its pod: jobs find no archive, and build without one, until each has stored its own again.',
    source: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
    *judge({ is, base, head, fields }) {
      if (is !== 'changed' || holdOf(head) !== undefined) return;
      const template = workloadOf(base)?.templatePath.join('.') ?? '';
      const field = fields.find((one) => template !== '' && isBelow(one.field, template));
      if (field === undefined || !isEphemeralStore(base)) return;
      yield {
        field,
        message: 'the store begins empty: its objects lie in an emptyDir, which goes with the pod',
        instead: 'sync it when few jobs run; a claim would keep the archives',
      };
    },
  },
  {
    id: 'bucket-quota-changed',
    class: 'CAPACITY',
    change: 'a bucket may hold more or less',
    why: 'MinIO refuses uploads beyond the quota, and what evicts the oldest archives goes by it.',
    source: 'https://min.io/docs/minio/linux/reference/minio-mc/mc-quota-set.html',
    *judge({ is, base, head }) {
      if (is !== 'changed') return;
      const [before, after] = [base, head].map(quotasOf);
      if (before === after) return;
      yield {
        message:
          'another quota: uploads beyond it are refused, and the oldest archives are evicted sooner or later',
      };
    },
  },
  {
    id: 'runner-concurrency-changed',
    class: 'CAPACITY',
    change: 'a runner takes more or fewer jobs at once',
    why: '`concurrent` bounds all runners of one manager, `limit` each of them, `request_concurrency` how many it asks for at once.',
    source: 'https://docs.gitlab.com/runner/configuration/advanced-configuration/',
    *judge({ is, base, head, fields }) {
      if (is !== 'changed') return;
      const limits = fields.filter(({ field }) => isSetting(field, LIMITS));
      for (const field of limits) yield { field, message: MORE_JOBS };
      if (limits.length === 0 && limitsOf(base) !== limitsOf(head)) yield { message: MORE_JOBS };
    },
  },
  {
    id: 'cache-moved',
    class: 'CAPACITY',
    change: 'a runner looks for its archives in another place',
    why: 'Archives stay where they are, and no job finds them there: each builds without a cache until it has stored its own again.',
    source: 'https://docs.gitlab.com/runner/configuration/advanced-configuration/#the-runnerscache-section',
    *judge({ is, fields }) {
      if (is !== 'changed') return;
      for (const field of fields.filter((one) => isSetting(one.field, PLACES) && one.field.includes('cache')))
        yield {
          field,
          message: 'jobs look for their archives elsewhere, and miss until each has stored its own',
        };
    },
  },
];

const MORE_JOBS =
  'the runner takes another number of jobs at once; it reloads this by itself where config.toml is no subPath mount';
const LIMITS: ReadonlySet<string> = new Set(['concurrent', 'limit', 'request_concurrency']);
const PLACES: ReadonlySet<string> = new Set([
  ...['Type', 'Path', 'Shared', 'BucketName', 'ServerAddress', 'ContainerName', 'StorageDomain'],
]);

/** Of the configuration of a runner, which stands in a text. */
function isSetting(field: Field, names: ReadonlySet<string>): boolean {
  return field[1]?.endsWith('.toml') === true && field[2] === INSIDE && names.has(field.at(-1) ?? '');
}

function quotasOf(manifest: Manifest): string {
  return found(manifest, /\bmc\s+(?:admin\s+bucket\s+)?quota\s+set\b.*--(?:size|hard)[ =]\S+/g);
}

/** The three settings with the header of their runner. */
function limitsOf(manifest: Manifest): string {
  if (!Object.keys(textsOf(manifest.at('data'))).some((key) => key.endsWith('.toml'))) return '';
  return found(manifest, /^\s*(?:(?:concurrent|limit|request_concurrency)\s*=\s*\d+|\[\[runners\]\])/gm);
}

function found(manifest: Manifest, pattern: RegExp): string {
  const texts = Object.values(textsOf(manifest.at('data')));
  return texts
    .flatMap((text) => [...text.matchAll(pattern)].map(([one]) => one.replaceAll(/\s/g, '')))
    .join(' ');
}
