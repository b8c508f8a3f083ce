import { textOf } from '../../manifests/value';
import { shown } from '../../text/shown';
import type { Check } from '../check';
import { serverOf } from './addresses';
import { perRunner, perS3Cache } from './per-runner';
import { configuredRunners } from '../../system/runners/runner-configs';
import { wordsInFiles } from './scripts';

/** S3's rules; MinIO's own client refuses what breaks them. (docs.aws.amazon.com, bucketnamingrules) */
const BUCKET = /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** What a cache is stored in, and under which names. */
export const BUCKET_CHECKS: readonly Check[] = [
  {
    id: 'cache-bucket-name',
    severity: 'error',
    rule: 'A cache names its bucket as S3 allows it',
    why: 'Without a bucket nothing is signed; a wrong name is refused by the server. Jobs stay green.',
    source: 'gitlab-runner, cache/s3v2/s3.go: "config BucketName cannot be empty"; S3’s bucket naming rules',
    find: perS3Cache(function* (runner) {
      const name = runner.at('cache', 's3', 'BucketName') ?? '';
      if (typeof name !== 'string' || BUCKET.test(name)) return;
      yield {
        spot: runner.spotOf('cache', 's3', 'BucketName'),
        message:
          name === ''
            ? 'No bucket is named: each job misses its cache'
            : `No server makes a bucket ${shown(name)}: each job misses its cache`,
        remedy:
          'write BucketName with 3-63 lowercase letters, digits and hyphens, such as "runner-cache"; a folder belongs to `Path`',
      };
    }),
  },
  {
    id: 'cache-bucket-unmade',
    severity: 'error',
    rule: 'Something makes the bucket of a cache',
    why: 'MinIO makes no bucket by itself: each upload is refused with NoSuchBucket, in a green job.',
    source: 'seen with gitlab-runner 19.4 and MinIO of 2026-02-12',
    find: perS3Cache(function* (runner, system) {
      const name = textOf(runner.at('cache', 's3', 'BucketName')) ?? '';
      if (!BUCKET.test(name) || serverOf(system, runner) === undefined) return;
      if (system.view(wordsInFiles).has(name)) return;
      yield {
        spot: runner.spotOf('cache', 's3', 'BucketName'),
        message: `Nothing beside this MinIO makes bucket "${name}": no cache is ever stored`,
        remedy: `add a Job that runs \`mc mb --ignore-existing ALIAS/${name}\`, or name the bucket that is made`,
      };
    }),
  },
  {
    id: 'cache-region',
    severity: 'error',
    rule: 'A cache says the region of its store',
    why: 'The region is part of the signature; without one the manager asks the store before each transfer.',
    source: 'minio, cmd/signature-v4-utils.go; gitlab-runner, cache/s3v2/s3.go; seen with both',
    find: perS3Cache(function* (runner, system) {
      const said = runner.at('cache', 's3', 'BucketLocation') ?? '';
      const variables = serverOf(system, runner)?.variables;
      const source = (variables?.get('MINIO_REGION') ?? variables?.get('MINIO_SITE_REGION'))?.source;
      const region = source?.kind === 'literal' ? source.text : '';
      const spot = runner.spotOf('cache', 's3', 'BucketLocation');
      if (said === '')
        yield {
          spot,
          severity: 'warning',
          message: 'No region is said: the manager asks the store for it at each job',
          remedy: `write BucketLocation = "${region || 'us-east-1'}"`,
        };
      else if (region !== '' && said !== region)
        yield {
          spot,
          message: `The store’s region is "${region}", not ${shown(said)}: each transfer is refused`,
          remedy: `write BucketLocation = "${region}"`,
        };
    }),
  },
  {
    id: 'cache-path',
    severity: 'warning',
    rule: 'The path of a cache is a plain prefix',
    why: 'A leading slash makes keys that policies and tools do not find; ".." is refused.',
    source: 'gitlab-runner, cache/cache.go: "computed cache path outside of project bucket"',
    find: perRunner(function* (runner) {
      const path = textOf(runner.at('cache', 'Path')) ?? '';
      if (!path.startsWith('/') && !path.split('/').includes('..')) return;
      yield {
        spot: runner.spotOf('cache', 'Path'),
        message: `Path ${shown(path)} is no plain prefix: policies for the bucket would miss it`,
        remedy: 'write names with "/" between them and none at the beginning, such as "cache/v2"',
      };
    }),
  },
  {
    id: 'cache-not-shared',
    severity: 'warning',
    rule: 'Runners with one bucket share what they store',
    why: 'With Shared = false each runner has a folder of its own, named by its token: no job finds what another runner stored, and a new token loses all.',
    source: 'gitlab-runner, cache/cache.go (generateObjectName)',
    *find(system) {
      const byBucket = new Map<string, number>();
      const runners = system.view(configuredRunners);
      const bucketOf = (runner: (typeof runners)[number]): string =>
        JSON.stringify(
          [['s3', 'ServerAddress'], ['s3', 'BucketName'], ['Path']].map(
            (path) => runner.at('cache', ...path) ?? '',
          ),
        );
      for (const runner of runners) {
        if (textOf(runner.at('cache', 's3', 'BucketName')) === undefined) continue;
        byBucket.set(bucketOf(runner), (byBucket.get(bucketOf(runner)) ?? 0) + 1);
      }
      for (const runner of runners) {
        if (runner.at('cache', 'Shared') === true || (byBucket.get(bucketOf(runner)) ?? 0) < 2) continue;
        yield {
          spot: runner.spotOf('cache', 'Shared'),
          message: 'Other runners have the same bucket and path, but this one shares nothing with them',
          remedy: 'write Shared = true in `[runners.cache]`, or another Path for each',
        };
      }
    },
  },
];
