import { labelsOf } from '../../src/model/names';

const ROWS = [
  ['minio', 'minio'],
  ['a.b', 'a.b'],
  ['a'.repeat(64), 'a'.repeat(63)],
  [`${'a'.repeat(61)}.-bc`, 'a'.repeat(61)],
] as const;

test.each(ROWS)('What is named %s is labelled %s, which the API server accepts', (name, value) => {
  expect(labelsOf(name)['app.kubernetes.io/name']).toBe(value);
});
