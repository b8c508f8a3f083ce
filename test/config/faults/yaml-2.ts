import { below, file, type Wrong } from './case';

export const YAML_2: readonly Wrong[] = [
  below(
    `cache:
  bucket: abc
  # comment

  bucket: abd`,
    '6:3  cache.bucket  Cannot use key "bucket" twice in one map: keep one of them',
  ),
  below(
    `cache:
  bucket:
  bucket: abd`,
    '4:3  cache.bucket  Cannot use key "bucket" twice in one map: keep one of them',
  ),
  below(
    `cache:
 bucket: abc
   path: x`,
    '3:10  Cannot use ":" inside of a value: expected quotes around the value, or the next key in the column of its map',
  ),
  below(
    `cache:
  bucket: abc
 path: x`,
    '4:1  Cannot read this indentation: expected the keys of one map, and the items of one list, in one column',
  ),
  below(
    `cache:
  bucket: 'abc`,
    '3:11  Missing closing quote of the text that begins here',
  ),
  below(
    `cache:
  bucket: "abc
  path: x`,
    '3:11  Missing closing quote of the text that begins here',
  ),
  below('cache: [a', '2:8  Missing "]" of the list that begins here'),
  below(
    `cache:
  bucket abc`,
    '3:3  cache  Cannot use "bucket abc": expected a map with "bucket", "path", "shared", "expireAfterDays", "maxArchive", "verify", "purgeToken"; put ": " between key and value',
  ),
  below(
    `cache:
  bucket:abc`,
    '3:3  cache  Cannot use "bucket:abc": expected a map with "bucket", "path", "shared", "expireAfterDays", "maxArchive", "verify", "purgeToken"; put ": " between key and value',
  ),
  below('cache', '2:1  Missing ":" after this key: expected "key: value"'),
  below(
    `%YAML 1.1
---
cache: {}`,
    '2:1  Cannot begin a value with this character: expected quotes around the value',
    '3:1  Cannot use a second document: expected one configuration a file; remove "---" or "..." and what is below it',
  ),
  below(
    `cache: {}
...
foo`,
    '4:1  Cannot use a second document: expected one configuration a file; remove "---" or "..." and what is below it',
  ),
  below(
    `---
---`,
    '2:1  Cannot use a second document: expected one configuration a file; remove "---" or "..." and what is below it',
  ),
  below(
    `cache: |
  bucket: x`,
    '2:8  cache  Cannot use "bucket: x\\n": expected a map with "bucket", "path", "shared", "expireAfterDays", "maxArchive", "verify", "purgeToken"; put ": " between key and value',
  ),
  file(
    'gitlab:\r\n  url: https://gitlab.example.com\r\ncache:\r\n  bucket: My_X\r',
    '4:11  cache.bucket  Cannot use bucket name "My_X": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  file(
    'gitlab:\r  url: x\r',
    '1:8  Cannot use ":" inside of a value: expected quotes around the value, or the next key in the column of its map',
  ),
  file('gitlab: {url: x}\ufffd\ufffd', '1:17  Cannot read this character: expected UTF-8'),
  file('gitlab:\u00a0\n  url: x', '1:8  Cannot read this white space: expected ordinary spaces'),
  file('\ufffd\ufffdg\u0000i\u0000', '1:1  Cannot read this character: expected UTF-8'),
  file(
    `%YAML 1.1
---
gitlab: { url: https://gitlab.example.com }`,
    '1:1  Cannot use YAML 1.1: remove the line "%YAML 1.1"',
  ),
  file(
    `%FOO bar
---
gitlab: { url: https://gitlab.example.com }`,
    '1:1  Cannot use a line that begins with "%": remove it',
  ),
  below(
    'cache: { purgeToken: *verysecret }',
    '2:22  cache.purgeToken  Cannot find the anchor of this alias: put text that begins with "*" in quotes',
  ),
  below(
    `gitlab2: x
cache:
  bucket: "abc`,
    '4:11  Missing closing quote of the text that begins here',
  ),
  below('cache: {bucket:abc}', '2:9  cache.bucket:abc  Unknown key "bucket:abc"; put a space behind ":"'),
  below(
    'cache: {bucket: abc path: d}',
    '2:17  Cannot read this as YAML: expected "key: value"; put text with special characters in quotes',
  ),
  below('cache: {bucket: abc, path: [d}', '2:28  Missing "]" of the list that begins here'),
  below(
    `cache: #comment
  bucket: abc#def`,
    '3:11  cache.bucket  Cannot use bucket name "abc#def": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  below(
    ' cache: {}',
    '2:1  Cannot read this indentation: expected the keys of one map, and the items of one list, in one column',
  ),
  below(
    'cache: { bucket: \u00a0abc-def }',
    '2:18  cache.bucket  Cannot use bucket name "\\u{a0}abc-def": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  below(
    'cache:\n\u00a0 bucket: abc-def\n  path: x',
    '3:1  Cannot read this white space: expected ordinary spaces',
  ),
  below(
    'cache: { bucket: "a\\qbc" }',
    '2:20  Cannot read this escape: expected single quotes around text with a backslash',
  ),
  below(
    `cache:
  bucket: a: b`,
    '3:11  Cannot use ":" inside of a value: expected quotes around the value, or the next key in the column of its map',
  ),
  below(
    `runners:
- name: a
   concurrent: 5`,
    '3:9  Cannot use ":" inside of a value: expected quotes around the value, or the next key in the column of its map',
  ),
  below(
    'cache: {bucket:  }',
    '2:18  cache.bucket  Cannot use an empty value: expected text, such as "runner-cache"; or remove the key',
  ),
  below(
    'runners: [{ limit: 5 }]',
    '2:13  runners[0].limit  Unknown key "limit"; expected "limit" below "settings"',
  ),
  below(
    'runners: [{ settings: { pre_build_script: "a\\ud83d" } }]',
    '2:43  runners[0].settings.pre_build_script  Cannot use half of a character: expected all of it, as in "\\U0001F600"',
  ),
  below(
    'runners: [{ settings: { kubernetes: { node_selector: { "\\ude00": "" } } } }]',
    '2:56  runners[0].settings.kubernetes.node_selector.\\ude00  Cannot use half of a character: expected all of it, as in "\\U0001F600"',
  ),
];
