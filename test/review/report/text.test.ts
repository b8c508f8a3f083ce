import { reviewAsText } from '../../../src/review/report/text';
import { claim, report } from './report';

const map = (name: string, values: Readonly<Record<string, string>>): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: minio }\ndata: ${JSON.stringify(values)}\n`;
const textOf = (base: string, head: string): string =>
  reviewAsText(report({ 'a.yaml': base }, { 'a.yaml': head }), false);

test('one routine change says its field and values; more of one object are a line', () => {
  expect(textOf(map('m', { a: '1' }), map('m', { a: '2' }))).toContain(
    '\n  ConfigMap/minio/m: changes (data.a: "1" → "2")\n',
  );
  const many = textOf(
    map('m', { a: '1', b: '1', c: '1', d: '1' }),
    map('m', { a: '2', b: '2', c: '2', d: '2' }),
  );
  expect(many).toContain('\n  ConfigMap/minio/m: changes (data.a, data.b, data.c and 1 more)\n');
});

test('a rename says both names, also where the object lies in the folder of a cluster', () => {
  const values = { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6' };
  expect(textOf(map('old', values), map('new', values))).toContain('  ConfigMap/minio/old → new: ');
  const tree = (name: string) => ({
    ...{ 'dev/a.yaml': map(name, values), 'dev/b.yaml': claim('b') },
    ...{ 'prod/a.yaml': map('old', values), 'prod/b.yaml': claim('b') },
  });
  expect(reviewAsText(report(tree('old'), tree('new')), false)).toContain(
    '  ConfigMap/minio/old → new in dev: ',
  );
});
