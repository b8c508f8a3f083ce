import { shortened } from '../../../src/review/report/shortened';

const PARTS = [
  ['worst worst worst', 'worst'],
  ['mild mild mild', 'mild mild', 'mild'],
];

test.each([
  [100, ['worst worst worst', 'mild mild mild']],
  [30, ['worst worst worst', 'mild mild']],
  [25, ['worst worst worst', 'mild']],
  [20, ['worst', 'mild']],
  [1, ['worst', 'mild']],
])('in less than %d signs', (room, expected) => {
  expect(shortened(PARTS, room)).toEqual(expected);
});

test('a part without a form is empty', () => {
  expect(shortened([[], ['a']], 10)).toEqual(['', 'a']);
});
