import { remembered } from '../../src/text/remembered';

test('Each text is read once, also where nothing is found in it', () => {
  const read: string[] = [];
  const lengthOf = remembered((text) => {
    read.push(text);
    return text.length;
  });
  expect(['ab', '', 'ab', '', 'abc'].map(lengthOf)).toEqual([2, 0, 2, 0, 3]);
  expect(read).toEqual(['ab', '', 'abc']);
});
