import { readable } from '../../src/graph/folded';
import type { Identity } from '../../src/manifests/identity';
import { marked } from '../../src/graph/marked';
import { graphAsMermaid } from '../../src/graph/mermaid';
import { graphAsSvg } from '../../src/graph/svg';
import { CLIENT, deployment, graphIn, SECRET, SERVER, SERVICE } from './case';

const team = (index: number, secret = 'keys'): string => {
  const name = `team-${String(index)}`;
  return deployment('app', `{ volumes: [{ name: v, secret: { secretName: ${secret} } }] }`, name);
};
const TEAMS = Array.from({ length: 1000 }, (_, index) => team(index));
const nobody = (): boolean => false;

test('what fits is drawn whole', () => {
  expect(readable(graphIn(...TEAMS.slice(0, 10))).nodes).toHaveLength(20);
});

test('a thousand teams that are alike are drawn once, with their number', () => {
  const { nodes, edges } = readable(graphIn(...TEAMS));
  expect(nodes.map(({ subtitle }) => subtitle)).toEqual(['1000 × Deployment', '1000 × Secret, in no file']);
  expect(nodes[0]?.namespace).toBe('team-0 and 999 more');
  expect(edges).toHaveLength(1);
});

test('one that is not like the others stays by itself', () => {
  const { nodes } = readable(
    graphIn(...TEAMS.slice(0, 50), deployment('app', '{ containers: [] }', 'lonely')),
  );
  expect(nodes.filter(({ namespace }) => namespace === 'lonely')).toHaveLength(1);
});

test('where all differ, a namespace is one box', () => {
  const systems = Array.from({ length: 25 }, (_, index) =>
    [CLIENT, SERVER, SERVICE].map((text) =>
      text.replace('namespace: one', `namespace: n${String(index)}`).replace('9000', String(9000 + index)),
    ),
  );
  const { nodes } = readable(graphIn(...systems.flat()));
  expect(nodes.map(({ kind, subtitle }) => `${kind}, ${subtitle}`)).toEqual(
    Array.from({ length: 25 }, () => 'namespace, namespace of 3'),
  );
});

test('what is new, gone and touched is marked, and nothing else', () => {
  const isTouched = ({ name }: Identity): boolean => name === 'same';
  const same = deployment('same', '{ containers: [] }');
  const quiet = deployment('quiet', '{ containers: [] }');
  const { nodes, edges } = marked(
    graphIn(team(1), same, quiet),
    graphIn(team(1, 'other'), same, quiet),
    isTouched,
  );
  const marks = Object.fromEntries(nodes.map(({ id, mark }) => [id, mark]));
  expect(marks).toEqual({
    'Deployment/team-1/app': undefined,
    'Deployment/one/same': 'changed',
    'Deployment/one/quiet': undefined,
    'Secret/team-1/keys': 'removed',
    'Secret/team-1/other': 'added',
  });
  expect(edges.map(({ to, mark }) => [to, mark])).toEqual([
    ['Secret/team-1/other', 'added'],
    ['Secret/team-1/keys', 'removed'],
  ]);
});

test('nothing is marked where both trees are one', () => {
  const graph = graphIn(...TEAMS.slice(0, 3));
  expect(marked(graph, graph, nobody)).toEqual(graph);
});

test.each<[string, (graph: ReturnType<typeof graphIn>) => string]>([
  ['Mermaid', graphAsMermaid],
  ['SVG', graphAsSvg],
])('no name breaks out of %s', (_, draw) => {
  const evil = '"]<script>alert(1)</script>|x]';
  const text = draw(
    graphIn(SECRET.replace('keys', JSON.stringify(evil)).replace('one', JSON.stringify(`${evil}\n  end`))),
  );
  expect(text).not.toContain('<script');
  expect(text).not.toContain('"]<');
  expect(text.split('\n').filter((line) => line.trim() === 'end').length).toBeLessThan(2);
});

test('the same graph is the same picture', () => {
  expect(graphAsSvg(graphIn(...TEAMS.slice(0, 5)))).toBe(graphAsSvg(graphIn(...TEAMS.slice(0, 5))));
});

test('a graph of nothing is a picture of nothing', () => {
  const nothing = graphIn('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }');
  expect(graphAsSvg(nothing)).toContain('viewBox="0 0 360 20"');
  expect(graphAsSvg(nothing)).toContain('Neither pods');
  expect(graphAsMermaid(nothing)).toMatch(/^flowchart LR\n {2}classDef/);
});

test('no shape of an object throws', () => {
  const meta = 'metadata: { name: [1], namespace: { a: 1 } }';
  const odd = [
    `apiVersion: apps/v1\nkind: Deployment\n${meta}\nspec: { template: { spec: { containers: [{ env: 3 }, 5, null], volumes: { a: 1 } } } }`,
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n${meta}\nspec: { ingress: [null, 3, { from: [null, {}], ports: [null] }] }`,
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\n${meta}\nsubjects: 4\nroleRef: [1]`,
    deployment('__proto__', '{ volumes: [{ secret: { secretName: constructor } }] }', 'toString'),
  ];
  expect(graphAsSvg(readable(graphIn(...odd)))).toContain('__proto__');
});
