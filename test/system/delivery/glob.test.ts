import { globCovers, globsMeet, matches } from '../../../src/system/delivery/glob';

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

const GIT = 'https://example.com';

test.each([
  ['*', 'web', ''],
  ['*', '*', ''],
  ['web-*', 'web-a', ''],
  ['web-*', 'web-a-*', ''],
  ['**', `${GIT}/**`, '/'],
  [`${GIT}/*`, `${GIT}/a`, '/'],
  [`${GIT}/*`, `${GIT}/a*`, '/'],
  [`${GIT}/**`, `${GIT}/a/*`, '/'],
  [`${GIT}/**`, `${GIT}/a/**`, '/'],
  [`${GIT}/{a,b}`, `${GIT}/b`, '/'],
  ['web-?', 'web-a', ''],
  ['web-?', 'web-[ab]', ''],
  ['web-[ab]', 'web-b', ''],
  ['web-*', 'web-{a,b}', ''],
  ['**', `${GIT}/{a,b/c}`, '/'],
  ['[*]', '\\*', ''],
] as const)('"%s" takes all that "%s" takes', (wide, narrow, separator) => {
  expect(globCovers(wide, narrow, separator)).toBe(true);
});

test.each([
  ['web', '*', ''],
  ['web-a*', 'web-*', ''],
  ['web.a', 'webxa', ''],
  [`${GIT}/*`, `${GIT}/a/b`, '/'],
  [`${GIT}/*`, `${GIT}/**`, '/'],
  [`${GIT}/*`, `${GIT}/a/*`, '/'],
  ['web-?', 'web-*', ''],
  ['{a,b}', 'c', ''],
  ['*', `${GIT}/**`, '/'],
  ['[!a]', '?', ''],
  ['[!a]', '*', ''],
  ['web-?????', 'web-{a,b}', ''],
  ['a[?]', 'a?', ''],
  ['{a', 'a', ''],
] as const)('"%s" does not take all that "%s" takes', (wide, narrow, separator) => {
  expect(globCovers(wide, narrow, separator)).toBe(false);
});

test('two globs may meet; a text meets those that take it', () => {
  expect(globsMeet('a*', '*b')).toBe(true);
  expect(globsMeet('a*', 'ab')).toBe(true);
  expect(globsMeet('a*', 'b')).toBe(false);
});
