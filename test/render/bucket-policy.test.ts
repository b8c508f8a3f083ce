import { bucketName } from '../../src/model/bucket-name';
import { cachePath } from '../../src/model/cache-path';
import { bucketPolicy, lifecycleRule, policyFile, policyName } from '../../src/render/bucket-policy';

test('a policy allows reading and writing below one path of one bucket', () => {
  expect(bucketPolicy(bucketName('runner-cache'), cachePath('cache/v2'))).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:PutObject"
      ],
      "Resource": [
        "arn:aws:s3:::runner-cache/cache/v2/*"
      ]
    }
  ]
}
`);
});

test('a path ends at its slash, so that "cache" does not open "cache-of-others"', () => {
  const [resource] = resourcesOf(bucketPolicy(bucketName('runner-cache'), cachePath('cache')));
  expect(resource).toBe('arn:aws:s3:::runner-cache/cache/*');
});

test('nothing that a policy reads as a pattern or a variable can be a bucket or a path', () => {
  for (const text of ['*', 'a*', 'a?b', '${aws:username}', 'a"b', '../b', '']) {
    expect(() => bucketName(text)).toThrow(RangeError);
    expect(() => cachePath(text)).toThrow(RangeError);
  }
});

test('a lifecycle rule has the one ID, and no filter, as the server gives it back', () => {
  expect(lifecycleRule(14)).toBe(`{
  "Rules": [
    {
      "ID": "expire-cache",
      "Status": "Enabled",
      "Expiration": {
        "Days": 14
      }
    }
  ]
}
`);
});

test('each runner has a policy and a file of its own', () => {
  expect(policyName('main')).toBe('runner-cache-main');
  expect(policyFile('main')).toBe('runner-cache-main.json');
});

function resourcesOf(policy: string): string[] {
  const { Statement } = JSON.parse(policy) as { Statement: { Resource: string[] }[] };
  return Statement.flatMap(({ Resource }) => Resource);
}
