import type { Edge, Graph, Node } from '../../../src/graph/graph';
import { spacesInOrder } from '../../../src/graph/layout/spaces';

const node = (id: string, namespace: string): Node => ({
  ...{ id, namespace, kind: namespace === '' ? 'outside' : 'workload', title: id, subtitle: '', objects: [] },
});
const edge = (from: string, to: string): Edge => ({ from, to, kind: 'talks', text: '' });

const nodes = [...['a', 'b', 'c', 'd'].map((name) => node(name, name)), node('far', '')];

test('namespaces that have lines to each other stand side by side', () => {
  const graph: Graph = { nodes, edges: [edge('a', 'd'), edge('c', 'b'), edge('c', 'd')] };
  expect(spacesInOrder(graph)).toEqual(['b', 'c', 'd', 'a']);
});

test('what has lines to the outside stands near to it, at the bottom', () => {
  expect(spacesInOrder({ nodes, edges: [edge('a', 'far')] }).at(-1)).toBe('a');
});

test('without lines they stand in the order in which they come', () => {
  expect(spacesInOrder({ nodes, edges: [] })).toEqual(['a', 'b', 'c', 'd']);
});
