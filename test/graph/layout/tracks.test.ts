import { tracksOf } from '../../../src/graph/layout/tracks';

const track = (key: string, left: readonly number[], right: readonly number[]) => ({ key, left, right });

test('lines in a gutter stand so that they do not cross', () => {
  const down = [track('a', [0], [20]), track('b', [10], [30])];
  expect(Object.fromEntries(tracksOf(down))).toEqual({ b: 0, a: 1 });
  const up = [track('a', [20], [0]), track('b', [30], [10])];
  expect(Object.fromEntries(tracksOf(up))).toEqual({ a: 0, b: 1 });
});

test('lines that do not pass each other share a place', () => {
  expect(Object.fromEntries(tracksOf([track('a', [0], [20]), track('b', [40], [60])]))).toEqual({
    a: 0,
    b: 0,
  });
});

test('a straight line needs no place', () => {
  expect(tracksOf([track('a', [10], [10])])).toEqual(new Map());
});

test('two at one level do not lie on each other', () => {
  const places = tracksOf([track('a', [0], [50]), track('b', [50], [90])]);
  expect(places.get('b')).toBeLessThan(places.get('a')!);
});
