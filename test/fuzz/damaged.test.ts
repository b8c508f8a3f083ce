import fc from 'fast-check';
import { count } from '../report/facts';
import { DAMAGES, dice } from './damage';
import { Bench } from './refused';
import { PATIENCE_MS, runs } from './runs';
import { written } from './valid-arbitrary';

const SHARE = 0.94 / Object.keys(DAMAGES).length;

let bench: Bench;
beforeAll(() => {
  bench = new Bench();
});
afterAll(() => {
  bench.dispose();
});

const damaged = fc.tuple(written, fc.nat());

test.each(Object.entries(DAMAGES))(
  'A file with damage of kind %s gives a model or faults with their places, in time, and is written nowhere',
  (_, damage) => {
    fc.assert(
      fc.property(damaged, ([{ text }, seed]) => {
        const content = damage(text, dice(seed));
        expect(bench.judge(content, seed % 40 === 0)).toEqual([]);
      }),
      runs(SHARE),
    );
    count('damaged configurations tried', runs(SHARE).numRuns);
  },
  PATIENCE_MS,
);
