import { below, type Wrong } from './case';

export const CACHE_2: readonly Wrong[] = [
  below('cache: { verify: job }', '2:18  cache.verify  Cannot use "job": expected "boot" or "off"'),
  below(
    'cache: { purgeToken: 20261123 }',
    '2:22  cache.purgeToken  Cannot use 20261123: expected text in quotes, such as "2026-11-23"',
  ),
  below(
    'cache: { purgeToken: "a b" }',
    '2:22  cache.purgeToken  Cannot use purge token "a b": expected letters, digits, "-", "_" and ".", such as "2026-11-23"',
  ),
  below(
    'cache: { purgeToken: "" }',
    '2:22  cache.purgeToken  Cannot use purge token "": expected letters, digits, "-", "_" and ".", such as "2026-11-23"',
  ),
  below(
    'cache:',
    '2:7  cache  Cannot use an empty value: expected a map with "bucket", "path", "shared", "expireAfterDays", "maxArchive", "verify", "purgeToken"; or remove the key',
  ),
  below('cache: { bucket: abc, ', '2:8  Missing "}" of the map that begins here'),
  below(
    'cache: { bucket: abc }}',
    '2:23  Cannot read what stands here: expected nothing more after the value',
  ),
  below(
    'cache: { expireAfterDays: .inf }',
    '2:27  cache.expireAfterDays  Cannot use Infinity: expected "never" or an integer from 1 to 3650',
  ),
  below(
    'cache: { expireAfterDays: .nan }',
    '2:27  cache.expireAfterDays  Cannot use NaN: expected "never" or an integer from 1 to 3650',
  ),
  below(
    'cache: { expireAfterDays: 99999999999999999999999 }',
    '2:27  cache.expireAfterDays  Cannot use 1e+23: expected "never" or an integer from 1 to 3650',
  ),
  below(
    'cache: { maxArchive: "5" }',
    '2:22  cache.maxArchive  Cannot limit archives to 5 bytes: expected a size with a unit, such as "5Gi", or 0 for no limit',
  ),
  below(
    `cache: { maxArchive: 1000M }
store: { storage: { kind: memory, size: 1900M } }`,
    '2:22  cache.maxArchive  Cannot take archives of 1G into a store of 1900M: expected half of the store or less',
  ),
  below(
    'cache: { bucket: ab }',
    '2:18  cache.bucket  Cannot use bucket name "ab": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  below(
    'cache: { bucket: -runner-cache }',
    '2:18  cache.bucket  Cannot use bucket name "-runner-cache": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  below(
    'cache: { bucket: s3://runner-cache }',
    '2:18  cache.bucket  Cannot use bucket name "s3://runner-cache": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  below(
    'cache: { bucket: runner-cache/team }',
    '2:18  cache.bucket  Cannot use bucket name "runner-cache/team": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  below(
    'cache: { path: team//cache }',
    '2:16  cache.path  Cannot use cache path "team//cache": expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"',
  ),
  below(
    'cache: { path: team/../cache }',
    '2:16  cache.path  Cannot use cache path "team/../cache": expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"',
  ),
  below(
    'cache: { path: "team*" }',
    '2:16  cache.path  Cannot use cache path "team*": expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"',
  ),
  below(
    'cache: { expireAfterDays: -1 }',
    '2:27  cache.expireAfterDays  Cannot use -1: expected "never" or an integer from 1 to 3650',
  ),
  below(
    'cache: { expireAfterDays: 3651 }',
    '2:27  cache.expireAfterDays  Cannot use 3651: expected "never" or an integer from 1 to 3650',
  ),
  below(
    'cache: { expireAfterDays: }',
    '2:27  cache.expireAfterDays  Cannot use an empty value: expected "never" or an integer from 1 to 3650; or remove the key',
  ),
  below(
    'cache: { maxArchive: 10241Mi }',
    '2:22  cache.maxArchive  Cannot take archives of 10241Mi into a store of 20Gi: expected half of the store or less',
  ),
  below(
    'cache: { verify: Boot }',
    '2:18  cache.verify  Cannot use "Boot": expected "boot" or "off"; did you mean "boot"?',
  ),
  below(
    'cache: { purgeToken: yes please }',
    '2:22  cache.purgeToken  Cannot use purge token "yes please": expected letters, digits, "-", "_" and ".", such as "2026-11-23"',
  ),
  below('cache: { shared: 1 }', '2:18  cache.shared  Cannot use 1: expected true or false'),
  below(
    'cache: { type: s3 }',
    '2:10  cache.type  Unknown key "type"; expected one of "bucket", "path", "shared", "expireAfterDays", "maxArchive", "verify", "purgeToken"',
  ),
  below(
    'cache: { s3BucketName: runner-cache }',
    '2:10  cache.s3BucketName  Unknown key "s3BucketName"; expected one of "bucket", "path", "shared", "expireAfterDays", "maxArchive", "verify", "purgeToken"',
  ),
];
