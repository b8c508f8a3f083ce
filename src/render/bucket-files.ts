import { bucketLimits } from '../model/bucket-limits';
import { bucketsOf, type Model } from '../model/model';
import { bucketPolicy, lifecycleRule, policyFile } from './bucket-policy';
import { BUCKET_SCRIPT, bucketScript } from './bucket-script';
import { evictScript } from './evict-script';

/** Everything that bucket-init and the keeper read besides keys, by file name. */
export function bucketFiles(model: Model): Record<string, string> {
  const { cache, store, runners } = model;
  const { expireAfterDays } = cache;
  const buckets = bucketsOf(model);
  const limits = bucketLimits(model);
  return {
    [BUCKET_SCRIPT.file]: bucketScript({
      buckets,
      region: store.region,
      expires: expireAfterDays !== 'never',
      quota: limits.quota,
      recounts: limits.refusing !== undefined,
      purgeToken: cache.purgeToken,
      runners: runners.map(({ name, cache: { bucket, path } }) => ({ name, bucket, path })),
    }),
    [BUCKET_SCRIPT.evict]: evictScript({ buckets, limits, expireAfterDays }),
    ...(expireAfterDays === 'never' ? {} : { [BUCKET_SCRIPT.lifecycle]: lifecycleRule(expireAfterDays) }),
    ...Object.fromEntries(
      runners.map(({ name, cache: { bucket, path } }) => [policyFile(name), bucketPolicy(bucket, path)]),
    ),
  };
}
