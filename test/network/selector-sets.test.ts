import fc from 'fast-check';
import { selects, labels } from '../../src/network/selector';
import { selectorCovers, selectorsMeet } from '../../src/network/selector-sets';

const expression = (key: string, operator: string, ...values: string[]) => ({
  matchExpressions: [values.length === 0 ? { key, operator } : { key, operator, values }],
});
const A = { matchLabels: { app: 'a' } };

test.each([
  ['all pods, some pods', {}, A],
  ['absent, some pods', undefined, A],
  ['fewer labels, more of them', A, { matchLabels: { app: 'a', tier: 'front' } }],
  ['more values, fewer', expression('app', 'In', 'a', 'b'), A],
  ['any value, one', expression('app', 'Exists'), A],
  ['another value not, this one', expression('app', 'NotIn', 'b'), A],
  ['a value not, the label not', expression('app', 'NotIn', 'a'), expression('app', 'DoesNotExist')],
  ['one value not, two values not', expression('app', 'NotIn', 'a'), expression('app', 'NotIn', 'a', 'b')],
])('%s: the first covers the second, and not the other way round', (_, wide, narrow) => {
  expect(selectorCovers(wide, narrow)).toBe(true);
  expect(selectorCovers(narrow, wide)).toBe(false);
});

test('a label and the same label by an expression cover each other', () => {
  expect(selectorCovers(A, expression('app', 'In', 'a'))).toBe(true);
  expect(selectorCovers(expression('app', 'In', 'a'), A)).toBe(true);
});

test.each([
  ['two values of a label', A, { matchLabels: { app: 'b' } }],
  ['a label and its absence', expression('app', 'Exists'), expression('app', 'DoesNotExist')],
  ['a value and all but it', A, expression('app', 'NotIn', 'a')],
])('no labels have both: %s', (_, one, other) => {
  expect(selectorsMeet(one, other)).toBe(false);
  expect(selectorsMeet(other, one)).toBe(false);
});

test.each([
  ['labels of other keys', A, { matchLabels: { tier: 'front' } }],
  ['values of which one is the same', A, expression('app', 'In', 'a', 'b')],
  ['what the API server refuses', A, expression('app', 'Near')],
])('some labels may have both: %s', (_, one, other) => {
  expect(selectorsMeet(one, other)).toBe(true);
});

test('what the API server refuses covers nothing but itself', () => {
  expect(selectorCovers(expression('app', 'Near'), A)).toBe(false);
  expect(selectorCovers(expression('app', 'Near'), expression('app', 'Near'))).toBe(true);
});

const VALUE = fc.constantFrom('a', 'b', 'c');
const CONDITION = fc.oneof(
  fc.record({ key: fc.constantFrom('x', 'y'), operator: fc.constantFrom('Exists', 'DoesNotExist') }),
  fc.record({
    key: fc.constantFrom('x', 'y'),
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.uniqueArray(VALUE, { minLength: 1 }),
  }),
);
const SELECTOR = fc.record({
  matchLabels: fc.dictionary(fc.constantFrom('x', 'y'), VALUE),
  matchExpressions: fc.array(CONDITION, { maxLength: 2 }),
});
const POSSIBLE = [undefined, 'a', 'b', 'c', 'other'];
const ALL_LABELS = POSSIBLE.flatMap((x) =>
  POSSIBLE.map((y) => labels({ ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) })),
);

test('what covers another takes all labels that the other takes, and what never meets shares none', () => {
  fc.assert(
    fc.property(SELECTOR, SELECTOR, (one, other) => {
      const both = ALL_LABELS.map((own) => [selects(one, own), selects(other, own)]);
      if (selectorCovers(one, other)) expect(both).not.toContainEqual(['no', 'yes']);
      if (!selectorsMeet(one, other)) expect(both).not.toContainEqual(['yes', 'yes']);
    }),
    { numRuns: 1000 },
  );
});
