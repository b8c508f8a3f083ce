import { groupBy } from '../../manifests/groups';
import type { Graph, Node } from '../graph';
import { COLUMNS, columnsOf, type Column } from './columns';
import { spacesInOrder } from './spaces';

/** Which box stands in which column and row, before anything has a size. */
export interface Plan {
  readonly places: readonly Place[];
  readonly spaces: readonly Space[];
  readonly rows: number;
  readonly outside: readonly Node[];
}

export interface Place {
  readonly node: Node;
  readonly column: Column;
  readonly row: number;
}

/** A namespace has rows of its own. */
export interface Space {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

export function planOf(graph: Graph): Plan {
  const columns = columnsOf(graph);
  const bySpace = groupBy(
    graph.nodes.filter(({ kind }) => kind !== 'outside'),
    ({ namespace }) => namespace,
  );
  let row = 0;
  const sketches = spacesInOrder(graph).map((name): Sketch => {
    const byColumn = groupBy(bySpace.get(name) ?? [], ({ id }) => columns.get(id) ?? 0);
    const lists = Array.from({ length: COLUMNS }, (_, column) => byColumn.get(column as Column) ?? []);
    const rows = Math.max(...lists.map(({ length }) => length));
    const sketch = { name, first: row, rows, lists };
    row += rows;
    return sketch;
  });
  const places = settled(graph, sketches, row);
  return {
    places,
    spaces: sketches.map(({ name, first, rows }) => ({ name, first, last: first + rows - 1 })),
    rows: row,
    outside: graph.nodes.filter(({ kind }) => kind === 'outside'),
  };
}

interface Sketch {
  readonly name: string;
  readonly first: number;
  readonly rows: number;
  /** The boxes of each column, from the top. */
  readonly lists: readonly (readonly Node[])[];
}

/** Some rounds in which each box goes to where its neighbours are. */
function settled(graph: Graph, sketches: readonly Sketch[], rows: number): readonly Place[] {
  const neighbours = new Map<string, string[]>(graph.nodes.map(({ id }) => [id, []]));
  for (const { from, to, kind } of graph.edges) {
    const count = kind === 'serves' ? SERVED : 1;
    neighbours.get(from)?.push(...Array<string>(count).fill(to));
    neighbours.get(to)?.push(...Array<string>(count).fill(from));
  }
  let places: readonly Place[] = sketches.flatMap((sketch) =>
    sketch.lists.flatMap((list, column) =>
      list.map((node, index) => ({ node, column: column as Column, row: sketch.first + index })),
    ),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const at = new Map(places.map(({ node, row }) => [node.id, row]));
    const wished = ({ id }: Node): number => {
      const near = (neighbours.get(id) ?? []).map((other) => at.get(other) ?? rows);
      return near.length === 0 ? (at.get(id) ?? 0) : near.reduce((sum, row) => sum + row, 0) / near.length;
    };
    places = sketches.flatMap((sketch) =>
      sketch.lists.flatMap((list, column) => spread(list, column as Column, sketch, wished)),
    );
  }
  return places;
}

const ROUNDS = 6;
/** How much more a Service draws its pods near than others do. */
const SERVED = 4;

/** In the order of what they wish, each as near to it as the others leave room for. */
function spread(
  list: readonly Node[],
  column: Column,
  { first, rows }: Sketch,
  wished: (node: Node) => number,
): readonly Place[] {
  const sorted = list.map((node) => ({ node, wish: wished(node) })).sort((a, b) => a.wish - b.wish);
  let next = first;
  return sorted.map(({ node, wish }, index) => {
    const last = first + rows - (sorted.length - index);
    const row = Math.min(Math.max(next, Math.round(wish)), last);
    next = row + 1;
    return { node, column, row };
  });
}
