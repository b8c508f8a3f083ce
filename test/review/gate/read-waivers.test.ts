import { readWaivers } from '../../../src/review/gate/read-waivers';

const read = (text: string) => readWaivers({ path: 'waivers.yaml', text });
const RIGHT = `
- object: PersistentVolumeClaim/minio/minio
  class: DATA-LOSS
  reason: the store moves to another cluster
  until: 2026-12-31
`;

test('a waiver with all that it needs is read', () => {
  expect(read(RIGHT).faults).toEqual([]);
  expect(read(RIGHT).waivers).toMatchObject([
    {
      object: 'PersistentVolumeClaim/minio/minio',
      class: 'DATA-LOSS',
      until: '2026-12-31',
      place: { line: 2 },
    },
  ]);
});

test.each(['', '# none yet', '[]'])('an empty file has no waivers: "%s"', (text) => {
  expect(read(text)).toEqual({ waivers: [], faults: [] });
});

test.each([
  ['object: x', 1, 1, 'expected a list of waivers'],
  ['- x', 1, 3, 'expected a map'],
  [
    RIGHT.replace('class: DATA-LOSS', 'class: DATALOSS'),
    3,
    10,
    'there is no class "DATALOSS"; did you mean "DATA-LOSS"?',
  ],
  [RIGHT.replace('until: 2026-12-31', 'until: soon'), 5, 10, '"soon" is no day'],
  [RIGHT.replace('2026-12-31', '2026-02-30'), 5, 10, '"2026-02-30" is no day'],
  [RIGHT.replace('2026-12-31', '2100-02-29'), 5, 10, '"2100-02-29" is no day'],
  [RIGHT.replace('2026-12-31', '2026-13-01'), 5, 10, '"2026-13-01" is no day'],
  [RIGHT.replace('  reason: the store moves to another cluster\n', ''), 2, 3, '"reason" is missing'],
  [RIGHT.replace('reason:', 'raeson:'), 4, 3, 'unknown key "raeson"; did you mean "reason"?'],
  [RIGHT.replace('PersistentVolumeClaim/minio/minio', '[a]'), 2, 11, '"object" is no text'],
  ['- "', 1, 4, 'unexpected end'],
])('%j is refused with its place', (text, line, column, message) => {
  const { faults, waivers } = read(text);
  expect(faults).toContainEqual({
    place: { line, column },
    message: expect.stringContaining(message) as string,
  });
  expect(waivers).toEqual([]);
});

test('all faults are told at once', () => {
  expect(read('- { object: 1, class: 2, reason: 3, until: 4, more: 5 }').faults).toHaveLength(5);
});

test('a waiver may name the folder of one cluster', () => {
  expect(read(`${RIGHT}  folder: clusters/prod\n`).waivers).toMatchObject([{ folder: 'clusters/prod' }]);
  const { waivers, faults } = read(`${RIGHT}  folder: 3\n`);
  expect(waivers).toEqual([]);
  expect(faults.map(({ message }) => message)).toEqual([
    '"folder" is no text: write the folder of a cluster such as clusters/prod, or leave it out',
  ]);
});
