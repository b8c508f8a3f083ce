import { pathText } from '../../src/config/fault';
import { shown, shownKey } from '../../src/text/shown';

const ROWS = [
  ['a', '"a"'],
  ['a\nb\u001b[2J', '"a\\nb\\u001b[2J"'],
  ['a\u202eb\u2028\u200b', '"a\\u{202e}b\\u{2028}\\u{200b}"'],
  ['\ud800', '"\\ud800"'],
  ['\u007f\u0085', '"\\u{7f}\\u{85}"'],
  ['é😀', '"é😀"'],
  ['\u3000a\u00a0 b', '"\\u{3000}a\\u{a0} b"'],
  ['x'.repeat(100), `"${'x'.repeat(75)}…"`],
  [`${'x'.repeat(74)}😀${'x'.repeat(9)}`, `"${'x'.repeat(74)}…"`],
] as const;

test.each(ROWS)('%j is shown on one line, and no terminal takes it for more than text', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('A key in a path is shown so too', () => {
  expect(shownKey('a\nb')).toBe('a\\nb');
  expect(pathText(['runners', 0, 'set\ntings'])).toBe('runners[0].set\\ntings');
});
