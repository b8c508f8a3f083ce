import { matches } from '../../../src/system/delivery/glob';

/** Compared with github.com/gobwas/glob 0.2.3 itself. */
test.each([
  ['minio', 'minio', '', true],
  ['minio', 'minio-a', '', false],
  ['*', '', '', true],
  ['gitlab-*', 'gitlab-runner', '', true],
  ['*/a.yaml', 'minio/store/a.yaml', '', true],
  ['https://host/*', 'https://host/ci/cache', '/', false],
  ['https://host/*', 'https://host/ci', '/', true],
  ['https://host/**', 'https://host/ci/cache', '/', true],
  ['a?c', 'abc', '', true],
  ['a?c', 'a/c', '/', false],
  ['[a-c]', 'b', '', true],
  ['[!a]', 'a', '', false],
  ['[ab]x', 'bx', '', true],
  ['{minio,gitlab-*}', 'gitlab-jobs', '', true],
  ['{a,{b,c}}', 'c', '', true],
  ['{a,b', 'a', '', false],
  ['\\*', '*', '', true],
  ['\\*', 'a', '', false],
  ['a,b', 'a,b', '', true],
  ['a.c', 'abc', '', false],
] as const)('%s and "%s" with separator "%s": %s', (pattern, text, separator, fits) => {
  expect(matches(pattern, text, separator)).toBe(fits);
});
