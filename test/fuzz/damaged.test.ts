import fc from 'fast-check';
import { count } from '../report/facts';
import { DAMAGES, dice } from './damage';
import { Bench } from './refused';
import { PATIENCE_MS, runs } from './runs';
import { written } from './valid-arbitrary';

const SHARE = 0.95 / Object.keys(DAMAGES).length;

let bench: Bench;
beforeAll(() => {
  // Jest keeps ten times as much of each stack as Node.js, and the parser makes an error of each mistake.
  Error.stackTraceLimit = 10;
  bench = new Bench();
});
afterAll(() => {
  bench.dispose();
});

/** Good files, each of which is damaged in many ways: to make one takes as long as to judge it. */
const GOOD = fc.sample(written, runs(0.05)).map(({ text }) => text);
const damaged = fc.tuple(fc.constantFrom(...GOOD), fc.nat());

test.each(Object.entries(DAMAGES))(
  'A file with damage of kind %s gives a model or faults with their places, in time, and is written nowhere',
  (_, damage) => {
    fc.assert(
      fc.property(damaged, ([text, seed]) => {
        const content = damage(text, dice(seed));
        expect(bench.judge(content, seed % 40 === 0)).toEqual([]);
      }),
      runs(SHARE),
    );
    count('damaged configurations tried', runs(SHARE).numRuns);
  },
  PATIENCE_MS,
);
