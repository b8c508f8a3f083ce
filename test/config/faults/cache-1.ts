import { below, type Wrong } from './case';

export const CACHE_1: readonly Wrong[] = [
  below(
    'cache: 5',
    '2:8  cache  Cannot use 5: expected a map with "bucket", "path", "shared", "expireAfterDays", "maxArchive", "verify", "purgeToken"',
  ),
  below(
    'cache: { bucket: My_Cache }',
    '2:18  cache.bucket  Cannot use bucket name "My_Cache": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  below(
    'cache: { bucket: my.bucket }',
    '2:18  cache.bucket  Cannot use bucket name "my.bucket": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  below(
    'cache: { bucket: 5 }',
    '2:18  cache.bucket  Cannot use 5: expected text in quotes, such as "runner-cache"',
  ),
  below(
    'cache: { bucket: ~ }',
    '2:18  cache.bucket  Cannot use an empty value: expected text, such as "runner-cache"; or remove the key',
  ),
  below('cache: { bukket: a }', '2:10  cache.bukket  Unknown key "bukket"; did you mean "bucket"?'),
  below(
    'cache: { path: /cache }',
    '2:16  cache.path  Cannot use cache path "/cache": expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"',
  ),
  below(
    'cache: { path: cache/ }',
    '2:16  cache.path  Cannot use cache path "cache/": expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"',
  ),
  below(
    'cache: { path: ../cache }',
    '2:16  cache.path  Cannot use cache path "../cache": expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"',
  ),
  below(
    'cache: { path: "" }',
    '2:16  cache.path  Cannot use cache path "": expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"',
  ),
  below('cache: { path: 5 }', '2:16  cache.path  Cannot use 5: expected text in quotes, such as "cache"'),
  below(
    'cache: { shared: yes }',
    '2:18  cache.shared  Cannot use "yes": expected true or false; did you mean true?',
  ),
  below(
    'cache: { shared: "true" }',
    '2:18  cache.shared  Cannot use "true": expected true or false; remove the quotes',
  ),
  below(
    'cache: { shared: on }',
    '2:18  cache.shared  Cannot use "on": expected true or false; did you mean true?',
  ),
  below(
    'cache: { expireAfterDays: "14" }',
    '2:27  cache.expireAfterDays  Cannot use "14": expected "never" or an integer from 1 to 3650; remove the quotes',
  ),
  below(
    'cache: { expireAfterDays: 0 }',
    '2:27  cache.expireAfterDays  Cannot use 0: expected "never" or an integer from 1 to 3650',
  ),
  below(
    'cache: { expireAfterDays: 14.5 }',
    '2:27  cache.expireAfterDays  Cannot use 14.5: expected "never" or an integer from 1 to 3650',
  ),
  below(
    'cache: { expireAfterDays: 4000 }',
    '2:27  cache.expireAfterDays  Cannot use 4000: expected "never" or an integer from 1 to 3650',
  ),
  below(
    'cache: { expireAfterDays: Never }',
    '2:27  cache.expireAfterDays  Cannot use "Never": expected "never" or an integer from 1 to 3650; did you mean "never"?',
  ),
  below(
    'cache: { expireAfterDays: 14d }',
    '2:27  cache.expireAfterDays  Cannot use "14d": expected "never" or an integer from 1 to 3650',
  ),
  below(
    'cache: { maxArchive: 5 }',
    '2:22  cache.maxArchive  Cannot use 5: expected 0 or text in quotes, such as "5Gi"',
  ),
  below(
    'cache: { maxArchive: 5GB }',
    '2:22  cache.maxArchive  Cannot use size "5GB": expected an integer with a unit, such as "20Gi" or "500Mi"',
  ),
  below(
    'cache: { maxArchive: 5 Gi }',
    '2:22  cache.maxArchive  Cannot use size "5 Gi": expected an integer with a unit, such as "20Gi" or "500Mi"',
  ),
  below(
    'cache: { maxArchive: 1.5Gi }',
    '2:22  cache.maxArchive  Cannot use size "1.5Gi": expected an integer with a unit, such as "20Gi" or "500Mi"',
  ),
  below(
    'cache: { maxArchive: -1 }',
    '2:22  cache.maxArchive  Cannot use -1: expected 0 or text in quotes, such as "5Gi"',
  ),
  below(
    'cache: { maxArchive: 100Gi }',
    '2:22  cache.maxArchive  Cannot take archives of 100Gi into a store of 20Gi: expected half of the store or less',
  ),
  below(
    'cache: { maxArchive: true }',
    '2:22  cache.maxArchive  Cannot use true: expected 0 or text, such as "5Gi"',
  ),
  below('cache: { verify: true }', '2:18  cache.verify  Cannot use true: expected "boot" or "off"'),
  below(
    'cache: { verify: false }',
    '2:18  cache.verify  Cannot use false: expected "boot" or "off"; did you mean "off"?',
  ),
];
