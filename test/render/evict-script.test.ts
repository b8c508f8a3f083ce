import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { evictScript } from '../../src/render/evict-script';
import { DAY, fill, filled, HOUR, oneBucket, script, twoBuckets, type Archive } from './evict-cases';
import { callsOfMc, runWithMinio } from './minio';
import { parse, removeSandboxes, SHELLS, wordsOf, type Sandbox } from './sandbox';

jest.setTimeout(30_000);
afterAll(removeSandboxes);

const RECOUNT = [
  'mc admin config set root scanner speed=fastest',
  'sleep 120',
  'mc admin config reset root scanner speed',
];

/** 95 of 100 MiB. Those of the last 70 MiB fit: 60 of the day, and the one of yesterday. */
const full: readonly Archive[] = [
  ['old', 20, 10 * DAY],
  ['older', 5, 12 * DAY],
  ['yesterday', 10, DAY],
  ['today', 40, 3 * HOUR],
  ['now', 20, 0],
];

const archivesIn = ({ root }: Sandbox, bucket = 'runner-cache'): string[] =>
  readdirSync(join(root, 'minio/buckets', bucket), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

test.each([
  ['evict-one-bucket.sh', oneBucket],
  ['evict-two-buckets.sh', twoBuckets],
])('is %s letter for letter', (file, props) => {
  const golden = readFileSync(join(__dirname, 'golden', file), 'utf8');
  expect(evictScript(props)).toBe(golden);
  expect(golden).not.toMatch(/[ \t]$/m);
});

describe.each(SHELLS)('under $name', (shell) => {
  test('parses', () => {
    expect(parse(shell, evictScript(twoBuckets))).toEqual({ code: 0, output: '' });
  });

  test('takes the oldest archives of a bucket above the high mark, until what is left fits the low one', async () => {
    const box = filled(full);
    const { code, output } = await runWithMinio(box, script, { shell });
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(
        /^runner-cache was nearly full: evicted what was older than 8640\d\d s, 95 MiB are 70 MiB now\n$/,
      ),
    ]);
    expect(archivesIn(box)).toEqual(['now', 'today', 'yesterday']);
  });
});

test.each<[string, readonly Archive[]]>([
  ['that is empty', []],
  ['at the high mark', [['a', 90, 13 * DAY]]],
  ['of archives that are older than they may be', [['a', 10, 100 * DAY]]],
])('takes nothing from a bucket %s, and says nothing', async (_, archives) => {
  const box = filled(archives);
  expect(await runWithMinio(box, script)).toEqual({ code: 0, output: '' });
  expect(archivesIn(box)).toHaveLength(archives.length);
  expect(callsOfMc(box)).toBe(1);
});

test.each<[string, readonly Archive[], readonly string[]]>([
  [
    'many archives of one hour: as few as it can',
    many(),
    many()
      .slice(0, 70)
      .map(([name]) => name),
  ],
  [
    'archives of the last minute: none',
    [
      ['a', 60, 0],
      ['b', 60, 0],
    ],
    ['a', 'b'],
  ],
  [
    'an archive of long ago beside some of the last minute: that one',
    [
      ['a', 95, 0],
      ['b', 1, 300 * DAY],
    ],
    ['a'],
  ],
])('of %s', async (_, archives, left) => {
  const box = filled(archives);
  const { code, output } = await runWithMinio(box, script);
  expect([code, output.length > 0]).toEqual([0, left.length < archives.length]);
  expect(archivesIn(box)).toEqual([...left].sort());
});

/** 95 archives, one a minute. */
function many(): Archive[] {
  return Array.from({ length: 95 }, (_, index): Archive => [`archive-${index}`, 1, index + 1]);
}

test('each bucket is judged by itself, also where archives never expire', async () => {
  const box = filled([['a', 89, 400 * DAY]]);
  fill(box, [...full, ['oldest', 30, 500 * DAY]], 'other-cache');
  expect((await runWithMinio(box, evictScript(twoBuckets))).code).toBe(0);
  expect(archivesIn(box)).toEqual(['a']);
  expect(archivesIn(box, 'other-cache')).toEqual(['now', 'old', 'today', 'yesterday']);
});

describe('whichever call of mc it is', () => {
  // du, 21 or less looks for the age, rm, du.
  const calls = Array.from({ length: 22 }, (_, index) => index + 1);

  test('there are 23 or 24 of them', async () => {
    const box = filled(full);
    await runWithMinio(box, script);
    expect([23, 24]).toContain(callsOfMc(box));
  });

  test.concurrent.each(calls)(
    'killed after call %i it has taken too much of nothing, and ends it when run again',
    async (call) => {
      const box = filled(full);
      expect((await runWithMinio(box, script, { fault: `kill after ${call}` })).code).toBeNull();
      expect(archivesIn(box)).toEqual(expect.arrayContaining(['now', 'today', 'yesterday']));
      expect((await runWithMinio(box, script)).code).toBe(0);
      expect(archivesIn(box)).toEqual(['now', 'today', 'yesterday']);
    },
  );

  test.concurrent.each(calls)('told of a failure by call %i it stops there and says so', async (call) => {
    const box = filled(full);
    const { code, output } = await runWithMinio(box, script, { fault: `fail ${call}` });
    expect([code, output]).toEqual([1, expect.stringContaining('Connection refused')]);
    expect(callsOfMc(box)).toBe(call);
    expect(archivesIn(box)).toEqual(expect.arrayContaining(['now', 'today', 'yesterday']));
  });
});

test('fails where its bucket is gone, so that the keeper makes it again', async () => {
  const box = filled([], 'another');
  const { code, output } = await runWithMinio(box, script);
  expect([code, output]).toEqual([1, expect.stringContaining('The specified bucket does not exist')]);
});

test('removes by nothing but age', async () => {
  const box = filled(full);
  await runWithMinio(box, script);
  const removals = wordsOf(box).filter((line) => line.startsWith('mc rm'));
  expect(removals).toEqual([
    expect.stringMatching(/^mc rm --recursive --force --older-than 8640\d\ds root\/runner-cache$/),
  ]);
});

test.each([
  ['that MinIO may have refused: it lets MinIO count again at full speed', 96, RECOUNT],
  ['short of that: it does nothing more', 95, []],
])('after an eviction from a bucket %s', async (_, mebibytes, expected) => {
  const box = filled([['old', mebibytes, DAY]]);
  expect((await runWithMinio(box, script)).code).toBe(0);
  expect(wordsOf(box).filter((line) => /config|sleep/.test(line))).toEqual(expected);
});
