import { reviewAsMarkdown } from '../../../src/review/report/markdown';
import { reviewAsText } from '../../../src/review/report/text';
import { claim, report } from './report';

type Texts = Readonly<Record<string, string>>;

const NAMES = Array.from({ length: 50 }, (_, index) => `team-${String(index)}`);
const each = (textOf: (name: string) => string, names: readonly string[] = NAMES): Texts =>
  Object.fromEntries(names.map((name) => [`${name}.yaml`, textOf(name)]));

/** What is told above ROUTINE, in so many entries. */
const entriesOf = (base: Texts, head: Texts) =>
  report(base, head).entries.filter(({ risk }) => risk.class !== 'ROUTINE');

const runner = (name: string, template: string, more = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: runner, namespace: ${name} }
spec:
  selector: { matchLabels: { app: runner } }
  template:
    metadata: { labels: { app: runner }, annotations: { ${template} } }
    spec: { containers: [{ name: runner, image: "gitlab/gitlab-runner:v18.5.0"${more} }] }
`;
const checksum = (name: string, salt: number): string =>
  (Number(name.slice(5)) * 7919 + salt).toString(16).padStart(8, '0');

test('what restarts fifty runners is told once, though the checksum of each is another', () => {
  const [entry, ...more] = entriesOf(
    each((name) => runner(name, `checksum/config: "${checksum(name, 1)}"`)),
    each((name) => runner(name, `checksum/config: "${checksum(name, 2)}"`)),
  );
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ isAlike: true, risk: { id: 'pods-replaced' } });
  expect(entry?.objects).toHaveLength(50);
});

test.each([
  ['a version', 'v18.5.0', 'v18.6.0'],
  ['a word', 'blue', 'green'],
])('%s in an annotation is no checksum: each is told', (_, one, other) => {
  const entries = entriesOf(
    each((name) => runner(name, 'set: none'), ['a', 'b']),
    each((name) => runner(name, `set: "${name === 'a' ? one : other}"`), ['a', 'b']),
  );
  expect(entries).toHaveLength(2);
});

const asking = (name: string, store: string, port: number): string =>
  runner(name, 'set: none', `, args: ["http://minio.${store}.svc:${String(port)}/"]`);

test('what differs in the names of their namespaces alone is told once', () => {
  const base = { ...each((name) => asking(name, name, 9000)) };
  const [entry, ...more] = entriesOf(
    base,
    each((name) => asking(name, name, 9443)),
  );
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ isAlike: true, before: '"http://minio.team-0.svc:9000/"' });
});

test('where another namespace is what changes, each is told', () => {
  const entries = entriesOf(
    each((name) => asking(name, 'a', 9000), ['a', 'b', 'c']),
    each((name) => asking(name, name === 'b' ? 'c' : 'b', 9000), ['a', 'b', 'c']),
  );
  expect(entries.map(({ after }) => after)).toEqual([
    '"http://minio.b.svc:9000/"',
    '"http://minio.c.svc:9000/"',
    '"http://minio.b.svc:9000/"',
  ]);
});

test('claims that shrink by other sizes are told one by one', () => {
  const sized = (sizes: readonly string[]): Texts =>
    Object.fromEntries(
      sizes.map((size, index) => [`${String(index)}.yaml`, claim(`c-${String(index)}`, size)]),
    );
  expect(entriesOf(sized(['8Gi', '9Gi']), sized(['7Gi', '8Gi']))).toHaveLength(2);
  expect(entriesOf(sized(['8Gi', '8Gi']), sized(['7Gi', '7Gi']))).toHaveLength(1);
});

test('what is told once says in which clusters, and that the others are alike', () => {
  const tree = (salt: number): Texts =>
    Object.fromEntries(
      ['dev', 'stage', 'prod'].flatMap((folder, index) => [
        [
          `${folder}/runner.yaml`,
          runner('runner', `checksum/config: "${checksum(`team-${String(index)}`, salt)}"`),
        ],
        [`${folder}/claim.yaml`, claim('data')],
      ]),
    );
  const told = report(tree(1), tree(2));
  for (const text of [reviewAsText(told, false), reviewAsMarkdown(told)]) {
    expect(text.match(/anew \(/g)).toHaveLength(1);
    expect(text).toMatch(/Deployment\/runner\/runner[`*]* in dev, stage, prod/);
    expect(text).toContain(', and alike in the others');
  }
  expect(told.counts.get('RESTART')).toBe(3);
});
