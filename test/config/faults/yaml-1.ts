import { below, file, type Wrong } from './case';

export const YAML_1: readonly Wrong[] = [
  below('gitlab: x', '2:1  gitlab  Cannot use key "gitlab" twice in one map: keep one of them'),
  file(
    '',
    '1:1  Cannot use an empty file: expected `gitlab.url` at least; `runner-cache init` writes a file to begin with',
  ),
  file(
    '# only a comment',
    '1:1  Cannot use an empty file: expected `gitlab.url` at least; `runner-cache init` writes a file to begin with',
  ),
  file(
    `- a
- b`,
    '1:1  Cannot use a list: expected a map with "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  file(
    'hello',
    '1:1  Cannot use "hello": expected a map with "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  file(
    '42',
    '1:1  Cannot use 42: expected a map with "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  file('gitlab:', '1:8  gitlab  Cannot use an empty value: expected a map with "url", "caSecret"'),
  file('gitlab:\n\turl: x', '2:1  Cannot indent with a tab: expected spaces'),
  file(
    `gitlab: { url: https://gitlab.example.com
cache: {}`,
    '1:9  Missing "}" of the map that begins here',
  ),
  below(
    `cache:
cache: {}`,
    '3:1  cache  Cannot use key "cache" twice in one map: keep one of them',
  ),
  below(
    `---
gitlab: {}`,
    '2:1  Cannot use a second document: expected one configuration a file; remove "---" or "..." and what is below it',
  ),
  below(
    'cache: []',
    '2:8  cache  Cannot use an empty list: expected a map with "bucket", "path", "shared", "expireAfterDays", "maxArchive", "verify", "purgeToken"',
  ),
  below('__proto__: { a: 1 }', '2:1  __proto__  Cannot use key "__proto__": remove it'),
  below(
    'constructor: 1',
    '2:1  constructor  Unknown key "constructor"; expected one of "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  below(
    '"1": x',
    '2:1  1  Unknown key "1"; expected one of "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  below(
    '1: x',
    '2:1  1  Unknown key "1"; expected one of "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  below(
    `? [a, b]
: x`,
    '2:3  Cannot use this key: expected text, such as "cache:"',
  ),
  below(
    `? { a: b }
: x`,
    '2:3  Cannot use this key: expected text, such as "cache:"',
  ),
  below('null: x', '2:1  Cannot use this key: expected text, such as "cache:"'),
  below(': x', '2:1  Cannot use this key: expected text, such as "cache:"'),
  below(
    'true: x',
    '2:1  true  Unknown key "true"; expected one of "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  below(
    'cache: { 1: x, true: y, null: z }',
    '2:25  cache  Cannot use this key: expected text, such as "cache:"',
  ),
  below(
    `x: &a { bucket: abc }
cache: *a`,
    '2:1  x  Unknown key "x"; expected one of "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  below(
    `cache: &a { bucket: abc-def }
store: { <<: *a }`,
    '3:10  store.<<  Cannot use a merge key: expected the keys themselves',
  ),
  below('<<: { cache: { bucket: x } }', '2:1  <<  Cannot use a merge key: expected the keys themselves'),
  below(
    `cache: &c
  bucket: My_Cache
runners: [{ cache: *c }]`,
    '3:11  cache.bucket  Cannot use bucket name "My_Cache": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
    '3:11  runners[0].cache.bucket  Cannot use bucket name "My_Cache": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  below(
    `cache: &c { path: "a/" }
runners: [{ cache: *c }]`,
    '2:19  cache.path  Cannot use cache path "a/": expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"',
    '2:19  runners[0].cache.path  Cannot use cache path "a/": expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"',
  ),
  below(
    `a: &a [x,x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]`,
    '1:1  Cannot use this file: its aliases expand to too many values',
  ),
  below(
    'cache: *nope',
    '2:8  cache  Cannot find the anchor of this alias: put text that begins with "*" in quotes',
  ),
  below('cache: &a { b: *a }', '2:16  cache.b  Cannot use an alias inside of what it stands for'),
  below(
    'cache: !!binary aGVsbG8=',
    '2:8  Cannot use a tag: expected a plain value; put text that begins with "!" in quotes',
  ),
  below(
    'cache: { bucket: !foo abc }',
    '2:18  Cannot use a tag: expected a plain value; put text that begins with "!" in quotes',
  ),
  below(
    'cache: { purgeToken: !!timestamp 2026-11-23 }',
    '2:22  Cannot use a tag: expected a plain value; put text that begins with "!" in quotes',
  ),
  below(
    'cache: !!set { bucket }',
    '2:8  Cannot use a tag: expected a plain value; put text that begins with "!" in quotes',
  ),
  below(
    'cache: { bucket: abc, bucket: abd }',
    '2:23  cache.bucket  Cannot use key "bucket" twice in one map: keep one of them',
  ),
];
