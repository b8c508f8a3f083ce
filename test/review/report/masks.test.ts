import type { Field } from '../../../src/review/change';
import type { Value } from '../../../src/manifests/value';
import { Masks } from '../../../src/review/report/masks';
import { report, secret } from './report';

const [change] = report({}, { 'a.yaml': secret({}) }).verdicts.map((one) => one.change);
const [other] = report({}, { 'a.yaml': secret({}).replace('Secret', 'ConfigMap') }).verdicts.map(
  (one) => one.change,
);

/** Shows one value in a field of a Secret, or of an object that is none. */
const shown = (field: Field, after: Value, masks = new Masks(), of = other) =>
  masks.shown({ field, before: undefined, after, basePath: [], headPath: [], is: 'value' }, of!)[1];

test('every value of a Secret is hidden, and its keys are not', () => {
  expect(shown(['data', 'a'], 'cGxhaW4=', new Masks(), change)).toBe('"hidden 1"');
  expect(shown(['data'], { a: 'cGxhaW4=' }, new Masks(), change)).toBe(String.raw`"{\"a\":\"hidden 1\"}"`);
  expect(shown(['type'], 'Opaque', new Masks(), change)).toBe('"Opaque"');
});

test('equal secrets look equal, and others do not', () => {
  const masks = new Masks();
  const looks = ['one', 'two', 'one'].map((value) => shown(['data', 'a'], value, masks, change));
  expect(looks).toEqual(['"hidden 1"', '"hidden 2"', '"hidden 1"']);
});

test.each<[Field, Value]>([
  [['spec', 'containers', '[a]', 'env', '[DB_PASSWORD]', 'value'], 'hunter2-hunter2'],
  [['spec', 'containers', '[a]', 'env', '[DB_PASSWORD]'], { name: 'DB_PASSWORD', value: 'hunter2-hunter2' }],
  [['data', 'config.toml'], 'concurrent = 4\ntoken = "glrt-hunter2hunter2hunter2"\n'],
  [['spec', 'containers', '[a]', 'args'], ['--password=hunter2-hunter2']],
])('a secret in %j is hidden', (field, value) => {
  expect(shown(field, value)).not.toContain('hunter2');
  expect(shown(field, value)).toContain('hidden 1');
});

test.each<[Field, Value]>([
  [['data', 'endpoint'], 'minio.minio.svc:9000'],
  [['spec', 'containers', '[a]', 'env', '[AWS_SECRET_ACCESS_KEY_FILE]', 'value'], '/keys/secret'],
  [['spec', 'replicas'], 3],
])('%j is shown', (field, value) => {
  expect(shown(field, value)).not.toContain('hidden');
});

test.each(['Secret', 'ConfigMap'])('No secret inside of a text of a %s is shown', (kind) => {
  const text = (key: string): string =>
    `apiVersion: v1\nkind: ${kind}\nmetadata: { name: runner, namespace: a }\n${kind === 'Secret' ? 'stringData' : 'data'}:\n` +
    `  config.toml: |\n    concurrent = 4\n    [[runners]]\n    token = "glrt-${key}${key}"\n    environment = ["DB_PASSWORD=${key}"]\n` +
    `  init.sh: |\n    set -e\n    DB_PASSWORD=${key}\n`;
  const { entries } = report({ 'a.yaml': text('hunter2hunter2') }, { 'a.yaml': text('hunter3hunter3') });
  expect(JSON.stringify(entries.map(({ field, before, after }) => [field, before, after]))).not.toMatch(
    /hunter/,
  );
  expect(entries.some(({ field }) => field.includes('› runners[0].token'))).toBe(true);
});
