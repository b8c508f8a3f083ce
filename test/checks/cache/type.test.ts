import { CACHE_CHECKS } from '../../../src/checks/cache';
import { found } from '../case';
import { configMap, TOML } from './systems';

const told = (type: string, toml = TOML): readonly string[] =>
  found(configMap(toml.replace('Type = "s3"', `Type = "${type}"`)), CACHE_CHECKS).map(({ check }) => check);

test.each(['s3', 's3v2'])('A cache of type "%s" reads the table of S3, which is judged', (type) => {
  expect(told(type)).toEqual([]);
  expect(told(type, TOML.replace('BucketName = "runner-cache"', 'BucketName = "a_b"'))).toContain(
    'cache-bucket-name',
  );
});

test.each(['gcs', 'gcsv2', 'azure'])(
  'A cache of type "%s" is known, and reads a table of its own',
  (type) => {
    expect(told(type)).toEqual(['cache-table-missing']);
    expect(told(type, TOML.replace('BucketName = "runner-cache"', 'BucketName = "a_b"'))).not.toContain(
      'cache-bucket-name',
    );
  },
);

test('A type that is empty is none, and no unknown one', () => {
  expect(told('')).not.toContain('cache-type-unknown');
  expect(told('ftp')).toContain('cache-type-unknown');
});
