import { Lines } from '../../src/text/lines';
import { parseConfiguration } from '../../src/config/parse';

const ROWS: readonly (readonly [text: string, offset: number, place: string])[] = [
  ['', 0, '1:1'],
  ['', 5, '1:1'],
  ['ab', -1, '1:1'],
  ['ab', 2, '1:3'],
  ['ab\ncd\n', 2, '1:3'],
  ['ab\ncd\n', 3, '2:1'],
  ['ab\ncd\n', 6, '3:1'],
  ['ab\ncd\n', 99, '3:1'],
  ['a\r\nb\rc', 5, '2:3'],
];

test.each(ROWS)('In %j, character %i stands at %s', (text, offset, place) => {
  const { line, column } = new Lines(text).at(offset);
  expect(`${line}:${column}`).toBe(place);
});

test('Behind a line that begins with a carriage return, a fault is told where it stands', () => {
  const text = '{\n\r  "gitlab": { "url": "http://a" },\n\r  "cache": {} "x" }\n';
  expect(parseConfiguration(text).faults.map(({ line, column }) => `${line}:${column}`)).toEqual(['3:16']);
});
