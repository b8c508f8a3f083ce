import fc from 'fast-check';
import { readable } from '../../../src/graph/folded';
import { EDGE_KINDS, type Edge, type EdgeKind, type Graph, type Node } from '../../../src/graph/graph';
import { graphOf } from '../../../src/graph/graph-of';
import { layoutOf } from '../../../src/graph/layout/layout';
import { PATIENCE_MS, runs } from '../../fuzz/runs';
import { CLIENT, graphIn, SERVER, SERVICE } from '../case';
import { faultsOf } from './faults';
import { changeOf, exampleGraphs, filesOf, systemOf } from './graphs';

/** What a page has for a picture, of 1280. */
const PAGE = 1206;

const TEAMS = ['web', 'web-protected', 'data'];
const CHANGES: readonly (readonly [string, readonly string[]])[] = [
  ['a renamed runner', ['web', 'web-guarded', 'data']],
  ['a removed runner', ['web', 'web-protected']],
  ['a runner more', [...TEAMS, 'mobile']],
  ['all runners renamed', ['a', 'b', 'c']],
];

test.each(exampleGraphs())('nothing lies on another thing in the picture of the example %s', (_, graph) => {
  const layout = layoutOf(graph);
  expect(faultsOf(layout)).toEqual([]);
  expect(layout.width).toBeLessThan(PAGE);
});

test.each(CHANGES)('nothing lies on another thing in the picture of a change with %s', (_, head) => {
  const layout = layoutOf(changeOf(TEAMS, head));
  expect(faultsOf(layout)).toEqual([]);
  expect(layout.width).toBeLessThan(PAGE);
});

test('nothing lies on another thing where no two teams are alike', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const graph = graphOf(systemOf(filesOf(names)));
  expect(graph.nodes.length).toBeGreaterThan(40);
  expect(faultsOf(layoutOf(graph))).toEqual([]);
});

test('nothing lies on another thing where a namespace is one box', () => {
  const systems = Array.from({ length: 90 }, (_, index) => {
    const server = SERVER.replace('9000', String(9000 + index));
    const next = `http://server.n${String((index * 7) % 90)}.svc:80/`;
    return [
      CLIENT.replace('http://server:80/x', next),
      server,
      SERVICE.replace('9000', String(9000 + index)),
    ].map((text) => text.replace('namespace: one', `namespace: n${String(index)}`));
  });
  const graph = readable(graphIn(...systems.flat()));
  expect(new Set(graph.nodes.map(({ kind }) => kind))).toEqual(new Set(['namespace']));
  expect(graph.edges.length).toBeGreaterThan(50);
  expect(faultsOf(layoutOf(graph))).toEqual([]);
});

const box = (id: string, kind: Node['kind'], namespace = 'one'): Node => ({
  ...{ id, kind, namespace, title: id, subtitle: '', objects: [] },
});

test('two lines between the same two boxes are two lines, also where they have to change sides', () => {
  const nodes = [box('a', 'workload'), box('b', 'service'), box('c', 'workload')];
  const edges: readonly Edge[] = [
    { from: 'a', to: 'b', kind: 'talks', text: '' },
    { from: 'a', to: 'b', kind: 'allowed', text: '' },
    { from: 'c', to: 'b', kind: 'talks', text: '' },
  ];
  expect(faultsOf(layoutOf({ nodes, edges }))).toEqual([]);
});

const KINDS: readonly Node['kind'][] = ['workload', 'jobs', 'service', 'secret', 'outside', 'namespace'];
const MARKS = [undefined, undefined, 'added', 'removed', 'renamed', 'changed'] as const;

const nodes = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      namespace: fc.constantFrom('', 'one', 'two', 'a-name-that-is-longer-than-most-others-and-then-some'),
      title: fc.constantFrom('a', 'minio', 'mmmmmmmmmm', 'a-long-name-that-nobody-reads-to-its-end'),
      mark: fc.constantFrom(...MARKS),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((all) =>
    all.map((node, index): Node => ({
      ...node,
      id: String(index),
      namespace: node.kind === 'outside' || node.kind === 'namespace' ? '' : node.namespace,
      subtitle: 'Deployment',
      objects: [],
    })),
  );

/** Any lines but those between two that are outside, of which no file speaks. */
const graphs: fc.Arbitrary<Graph> = nodes.chain((all) =>
  fc
    .array(
      fc.record({
        from: fc.nat({ max: all.length - 1 }),
        to: fc.nat({ max: all.length - 1 }),
        kind: fc.constantFrom(...(Object.keys(EDGE_KINDS) as EdgeKind[])),
        text: fc.constantFrom('', 'TCP 443', 'TCP 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11'),
        mark: fc.constantFrom(...MARKS),
      }),
      { maxLength: 40 },
    )
    .map((edges) => ({
      nodes: all,
      edges: edges
        .filter(({ from, to }) => from !== to && [from, to].some((end) => all[end]?.kind !== 'outside'))
        .map((edge): Edge => ({ ...edge, from: String(edge.from), to: String(edge.to) })),
    })),
);

test(
  'nothing lies on another thing in any picture',
  () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(faultsOf(layoutOf(graph))).toEqual([]);
      }),
      runs(0.1),
    );
  },
  PATIENCE_MS,
);
