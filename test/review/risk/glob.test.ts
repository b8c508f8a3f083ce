import { globCovers, globsMeet } from '../../../src/review/risk/access/glob';

const GIT = 'https://example.com';

test.each([
  ['*', 'web', ''],
  ['*', '*', ''],
  ['web-*', 'web-a', ''],
  ['web-*', 'web-a-*', ''],
  ['*', `${GIT}/**`, '/'],
  [`${GIT}/*`, `${GIT}/a`, '/'],
  [`${GIT}/*`, `${GIT}/a*`, '/'],
  [`${GIT}/**`, `${GIT}/a/*`, '/'],
  [`${GIT}/**`, `${GIT}/a/**`, '/'],
  [`${GIT}/{a,b}`, `${GIT}/b`, '/'],
  ['web-?', 'web-a', ''],
])('"%s" takes all that "%s" takes', (wide, narrow, separator) => {
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
])('"%s" does not take all that "%s" takes', (wide, narrow, separator) => {
  expect(globCovers(wide, narrow, separator)).toBe(false);
});

test('two globs may meet; a text meets those that take it', () => {
  expect(globsMeet('a*', '*b')).toBe(true);
  expect(globsMeet('a*', 'ab')).toBe(true);
  expect(globsMeet('a*', 'b')).toBe(false);
});
