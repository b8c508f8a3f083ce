import { isEmptySelector, keysOf, labels, selects, selectsByLabels } from '../../src/network/selector';
import type { Value } from '../../src/manifests/value';

const POD = labels({ app: 'minio', tier: 'store' });
const UNKNOWN = { values: new Map([['app', undefined]]), open: false };
const OPEN = { values: new Map([['app', 'minio']]), open: true };
const expression = (key: string, operator: string, values?: Value): Value => ({
  matchExpressions: [{ key, operator, ...(values === undefined ? {} : { values }) }],
});

test.each<[string, Value, string, string, string]>([
  ['nothing asked', {}, 'yes', 'yes', 'yes'],
  ['this value', { matchLabels: { app: 'minio' } }, 'yes', 'maybe', 'yes'],
  ['another value', { matchLabels: { app: 'other' } }, 'no', 'maybe', 'no'],
  ['a label that is not there', { matchLabels: { role: 'x' } }, 'no', 'no', 'maybe'],
  ['all labels', { matchLabels: { app: 'minio', tier: 'x' } }, 'no', 'no', 'maybe'],
  ['In', expression('app', 'In', ['x', 'minio']), 'yes', 'maybe', 'yes'],
  ['In, another', expression('app', 'In', ['x']), 'no', 'maybe', 'no'],
  ['NotIn', expression('app', 'NotIn', ['minio']), 'no', 'maybe', 'no'],
  ['NotIn takes what has no such label', expression('role', 'NotIn', ['x']), 'yes', 'yes', 'maybe'],
  ['Exists', expression('app', 'Exists'), 'yes', 'yes', 'yes'],
  ['Exists, absent', expression('role', 'Exists'), 'no', 'no', 'maybe'],
  ['DoesNotExist', expression('role', 'DoesNotExist'), 'yes', 'yes', 'maybe'],
  ['DoesNotExist, there', expression('app', 'DoesNotExist'), 'no', 'no', 'no'],
  ['an operator that nobody knows', expression('app', 'Equals', ['x']), 'maybe', 'maybe', 'maybe'],
  ['values that are no list', expression('app', 'In', 'minio'), 'maybe', 'maybe', 'maybe'],
  [
    'labels and expressions together',
    { matchLabels: { app: 'minio' }, matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] },
    'no',
    'maybe',
    'maybe',
  ],
])('%s: known labels, an unknown value, labels that may be others', (_, selector, known, unknown, open) => {
  expect(selects(selector, POD)).toBe(known);
  expect(selects(selector, UNKNOWN)).toBe(unknown);
  expect(selects(selector, OPEN)).toBe(open);
});

test('an empty selector takes all pods for a policy, and none for a Service', () => {
  expect(selects(undefined, POD)).toBe('yes');
  expect(selectsByLabels({}, POD)).toBe('no');
  expect(selectsByLabels({ app: 'minio' }, POD)).toBe('yes');
  expect(selectsByLabels({ app: 'minio', tier: 'x' }, POD)).toBe('no');
});

test('a selector without conditions is empty, and its keys are those of all conditions', () => {
  const both = { matchLabels: { app: 'minio' }, matchExpressions: [{ key: 'tier', operator: 'Exists' }] };
  expect(isEmptySelector({ matchLabels: {}, matchExpressions: [] })).toBe(true);
  expect(isEmptySelector(both)).toBe(false);
  expect(keysOf(both)).toEqual(['app', 'tier']);
});
