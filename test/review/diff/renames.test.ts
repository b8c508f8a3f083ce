import { NEWEST } from '../../../src/api/release';
import { review } from '../../../src/review/review';

const object = (kind: string, name: string, part: string): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ns, labels: { app: ${name} } }\n${part}\n`;

function becomes(before: readonly string[], after: readonly string[]): readonly string[] {
  const files = [before, after].map((texts) =>
    texts.map((text, index) => ({ path: `${String(index)}.yaml`, text })),
  );
  return review(files[0]!, files[1]!, NEWEST)
    .worlds.flatMap(({ changes }) => changes)
    .map(({ is, base, head }) => `${is} ${base?.name ?? ''}>${head?.name ?? ''}`)
    .sort();
}

const service = (name: string, port = 9000): string =>
  object('Service', name, `spec: { selector: { app: ${name} }, ports: [{ port: ${String(port)} }] }`);
const script = (name: string, text: string): string =>
  object('ConfigMap', name, `data: { init.sh: "${text}", help: "see http://${name}.ns.svc:9000" }`);

test.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
  ['is alike but for its name', [service('old')], [service('new')], ['renamed old>new']],
  [
    'has its name inside of other texts',
    [script('old', 'mc ls old/cache')],
    [script('new', 'mc ls new/cache')],
    ['renamed old>new'],
  ],
  [
    'has a hash in its name, and another content',
    [script('init-1a2b3c4d', 'one')],
    [script('init-5e6f7a8b', 'two\\nthree')],
    ['renamed init-1a2b3c4d>init-5e6f7a8b'],
  ],
  [
    'is one of two, with the likest',
    [service('one', 1), service('two', 2)],
    [service('three', 2), service('four', 1)],
    ['renamed one>four', 'renamed two>three'],
  ],
])('What %s was renamed', (_, before, after, told) => {
  expect(becomes(before, after)).toEqual(told);
});

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['is of another kind', [service('old')], [service('new').replace('kind: Service', 'kind: Endpoints')]],
  [
    'says something else',
    [object('ConfigMap', 'old', 'data: { a: "1", b: "2", c: "3" }')],
    [object('ConfigMap', 'new', 'data: { d: "1", e: "2", f: "3" }')],
  ],
  [
    'has the same hash, and another stem',
    [object('ConfigMap', 'one-1a2b3c4d', 'data: { a: "1", b: "2" }')],
    [object('ConfigMap', 'two-1a2b3c4d', 'data: { a: "3", b: "4" }')],
  ],
])('What %s is new', (_, before, after) => {
  expect(becomes(before, after).map((told) => told.split(' ')[0])).toEqual(['added', 'removed']);
});

test('To a cluster a renamed object goes, and another one comes', () => {
  const [base, head] = [service('old'), service('new')].map((text) => [{ path: 'a.yaml', text }]);
  const messages = review(base!, head!, NEWEST).verdicts.map(({ message }) => message);
  expect(messages).toContain('to a cluster this is another object: the new one is made, the old one deleted');
});
