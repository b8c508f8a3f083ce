import { bucketsOf, type Model } from '../model/model';
import type { Size } from '../model/size';
import { bucketPolicy, lifecycleRule, policyFile } from './bucket-policy';
import { BUCKET_SCRIPT, bucketScript } from './bucket-script';

/** Everything that bucket-init reads besides keys, by file name. */
export function bucketFiles(model: Model, quota: Size | undefined): Record<string, string> {
  const { cache, store, runners } = model;
  const { expireAfterDays } = cache;
  return {
    [BUCKET_SCRIPT.file]: bucketScript({
      buckets: bucketsOf(model),
      region: store.region,
      expires: expireAfterDays !== 'never',
      quota,
      purgeToken: cache.purgeToken,
      runners: runners.map(({ name, cache: { bucket, path } }) => ({ name, bucket, path })),
    }),
    ...(expireAfterDays === 'never' ? {} : { [BUCKET_SCRIPT.lifecycle]: lifecycleRule(expireAfterDays) }),
    ...Object.fromEntries(
      runners.map(({ name, cache: { bucket, path } }) => [policyFile(name), bucketPolicy(bucket, path)]),
    ),
  };
}
