import { excerpts } from '../../../src/review/report/excerpts';

const LONG = 'a line that both have\n'.repeat(10);

test.each([
  ['at the line where they part', `${LONG}days = 30\n`, `${LONG}days = 7\n`, ['…days = 30\n', '…days = 7\n']],
  [
    'at a word near it',
    `${'x'.repeat(90)} one two three`,
    `${'x'.repeat(90)} one two four`,
    ['…one two three', '…one two four'],
  ],
  ['where one ends', LONG, `${LONG}more`, ['…', '…more']],
])('long texts are shown %s', (_, before, after, expected) => {
  expect(excerpts(before, after)).toEqual(expected);
});

test.each([
  ['what parts soon', 'days = 30', 'days = 7'],
  ['what is not there', undefined, LONG],
  ['what is no text', 3, 4],
])('%s is shown from its begin', (_, before, after) => {
  expect(excerpts(before, after)).toEqual([before, after]);
});
