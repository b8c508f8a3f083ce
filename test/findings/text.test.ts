import { findingsAsText } from '../../src/findings/text';
import { reportOf, TRIAL } from './report';

const SECRET =
  'apiVersion: v1\nkind: Secret\nmetadata:\n  name: keys\n  namespace: a\ndata:\n  accesskey: aHVudGVyMg==\n';
const text = (files: Record<string, string>, checks = [TRIAL]): string =>
  findingsAsText(reportOf(files, checks), false);

test('a finding has its line, a pointer below it, its remedy and its id', () => {
  expect(text({ 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: minio # ours\n' })).toBe(
    `Service/minio

warning: There is a metadata.name [trial]
 --> dist/a.yaml:4:9  Service/minio  metadata.name
  |
4 |   name: minio # ours
  |         ^^^^^
  = remove it

1 warning in 1 object
`,
  );
});

test('the same of many objects is told once, with its places', () => {
  const files = Object.fromEntries(
    Array.from({ length: 13 }, (_, index) => [
      `${String(index + 10)}.yaml`,
      `apiVersion: v1\nkind: Service\nmetadata: { name: s${String(index)} }\n`,
    ]),
  );
  const out = text(files);
  expect(out.match(/There is a/g)).toHaveLength(1);
  expect(out).toContain('13 objects\n');
  expect(out).toContain('the same at 12 other places:');
  expect(out).toContain('dist/20.yaml:3:19  Service/s10  metadata.name');
  expect(out).toContain('and 2 more');
});

const SECRETS: [string, string][] = [
  ['of a Secret', SECRET],
  [
    'on one line',
    '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"k"},"data":{"accesskey":"aHVudGVyMg=="}}',
  ],
  ['in flow style', SECRET.replace(/\ndata:[^]*/, '\ndata: { accesskey: aHVudGVyMg== }\n')],
  ['in a List', `apiVersion: v1\nkind: List\nitems:\n- ${SECRET.trimEnd().replaceAll('\n', '\n  ')}\n`],
  ['of a Secret that cannot be read', `${SECRET.replace('hunter2', 'x')}  bad: a: aHVudGVyMg==\n`],
];
test.each(SECRETS)('the value %s is never shown', (_, secret) => {
  const out = findingsAsText(reportOf({ 'a.yaml': secret }), false);
  expect(out).toContain(' | ');
  expect(out).not.toContain('aHVudGVy');
});

test('of a Secret the key is shown, and what is no value', () => {
  const out = text({ 'a.yaml': SECRET });
  expect(out).toContain('7 |   accesskey: …\n');
  expect(out).toContain('4 |   name: keys\n');
});

test('a check that speaks of secrets has its lines masked, also where another points at them', () => {
  const check = { ...TRIAL, id: 'yaml-syntax', secret: true };
  const out = text({ 'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: hunter2\n' }, [check, TRIAL]);
  expect(out.match(/4 \| {3}name: …\n/g)).toHaveLength(2);
});

test('characters that a terminal obeys are shown as text; long lines are cut around the place', () => {
  const out = text({
    'a\u001b[2J.yaml': `apiVersion: v1\nkind: Service\nmetadata: { labels: { a: ${'x'.repeat(500)} }, name: b }\n`,
  });
  expect(out).not.toContain('\u001b');
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThan(140);
  expect(out).toMatch(/\| …x+ }, name: b }\n/);
});

test('worst comes first; colours only where they are wanted', () => {
  const files = { 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\n', 'b.yaml': 'a: b: c\n' };
  const report = reportOf(files);
  const out = findingsAsText(report, false);
  expect(out.indexOf('error: ')).toBeLessThan(out.indexOf('warning: '));
  expect(out).toMatch(/\n1 error, 1 warning in 1 object\n$/);
  expect(findingsAsText(report, true)).toContain('\u001b[31merror');
});
