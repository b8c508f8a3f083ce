import { bucketName } from '../../src/model/bucket-name';
import { cachePath } from '../../src/model/cache-path';
import { size } from '../../src/model/size';
import { bucketPolicy, lifecycleRule } from '../../src/render/bucket-policy';
import type { BucketScriptProps } from '../../src/render/bucket-script';
import { bucketScript } from '../../src/render/bucket-script';
import type { Keys } from './minio';
import { minio, put } from './minio';
import type { Sandbox } from './sandbox';

export const bucket = bucketName('runner-cache');
const path = cachePath('cache');
export const oneRunner: BucketScriptProps = {
  buckets: [bucket],
  region: 'eu-west-1',
  expires: true,
  quota: size('10Gi'),
  recounts: true,
  purgeToken: 'token-2',
  runners: [{ name: 'main', bucket, path }],
};
export const threeRunners: BucketScriptProps = {
  buckets: [bucket, bucketName('other-cache')],
  region: 'us-east-1',
  expires: false,
  quota: undefined,
  recounts: false,
  purgeToken: undefined,
  runners: [
    { name: 'one', bucket, path: cachePath('cache/one') },
    { name: 'two', bucket, path: cachePath('cache/two') },
    { name: 'three', bucket: bucketName('other-cache'), path },
  ],
};
export const script = bucketScript(oneRunner);
const policy = bucketPolicy(bucket, path);
export const config = {
  revision: 'r1\n',
  'lifecycle.json': lifecycleRule(14),
  'runner-cache-main.json': policy,
};
export const keys: Keys = ['NEW-ACCESS-KEY-OF-28-LETTERS', 'new-secret', 'PREVIOUS-KEY-OF-MORE-THAN-20'];

/** What the script must bring about, whatever was there before. */
const wanted = {
  'buckets/runner-cache/access': 'private',
  'buckets/runner-cache/lifecycle': lifecycleRule(14).trimEnd(),
  'buckets/runner-cache/quota': '10GiB',
  'buckets/runner-cache/tag': 'purge-token=token-2',
  'policies/runner-cache-main': policy.trimEnd(),
  'users/NEW-ACCESS-KEY-OF-28-LETTERS/policies': 'runner-cache-main',
  'users/NEW-ACCESS-KEY-OF-28-LETTERS/secret': 'new-secret',
};
/** What it must leave as it is. */
const kept = {
  'buckets/runner-cache/region': 'us-east-1',
  'users/PREVIOUS-KEY-OF-MORE-THAN-20/policies': 'runner-cache-main',
  'users/PREVIOUS-KEY-OF-MORE-THAN-20/secret': 'previous-secret',
  'users/SOMEBODY-ELSE/policies': 'their-policy',
  'users/SOMEBODY-ELSE/secret': 'their-secret',
};

/** A MinIO with drift: an open bucket, another rule, quota and policy, a purge to come, an old user, a former runner. */
export function drifted(): Sandbox {
  const box = minio(config, { main: keys });
  const before = {
    ...kept,
    'buckets/runner-cache/access': 'public',
    'buckets/runner-cache/lifecycle': lifecycleRule(3),
    'buckets/runner-cache/quota': '1GiB',
    'buckets/runner-cache/tag': 'purge-token=token-1',
    'buckets/runner-cache/objects/cache/project/1/a': 'an archive',
    'policies/runner-cache-main': bucketPolicy(bucket, cachePath('elsewhere')),
    'policies/runner-cache-former': policy,
    'users/A-FORMER-RUNNER/policies': 'runner-cache-former',
    'users/A-FORMER-RUNNER/secret': 'former-secret',
    'users/OLD-KEY-OF-MORE-THAN-20-LETTERS/policies': 'runner-cache-main',
    'users/OLD-KEY-OF-MORE-THAN-20-LETTERS/secret': 'old-secret',
  };
  for (const [file, text] of Object.entries(before)) put(box, `minio/${file}`, `${text}\n`);
  return box;
}
export const reconciled = { ...kept, ...wanted, 'policies/runner-cache-former': policy.trimEnd() };
export const fresh = { ...wanted, 'buckets/runner-cache/region': 'eu-west-1' };
