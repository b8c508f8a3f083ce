import type { BucketName } from '../model/bucket-name';
import type { CachePath } from '../model/cache-path';

/** The name of a runner's policy in MinIO. */
export function policyName(runner: string): string {
  return `runner-cache-${runner}`;
}

/** The file in the ConfigMap that holds it. */
export function policyFile(runner: string): string {
  return `${policyName(runner)}.json`;
}

/**
 * What a runner may do: read and write below its path. It never lists or deletes, and with `BucketLocation` in its
 * configuration it asks for no region. Seen to be enough on MinIO, where a miss is 404 without `s3:ListBucket`.
 */
export function bucketPolicy(bucket: BucketName, path: CachePath): string {
  return json({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: [`arn:aws:s3:::${bucket}/${path}/*`],
      },
    ],
  });
}

/**
 * Deletes archives so many days after their upload. The ID is said because the server would make a new one each
 * time; a prefix is not, because the server gives the rule back without it.
 */
export function lifecycleRule(days: number): string {
  return json({ Rules: [{ ID: 'expire-cache', Status: 'Enabled', Expiration: { Days: days } }] });
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
