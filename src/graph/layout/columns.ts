import type { Graph, Node } from '../graph';

/** Where a box stands, from the left to the right. What is outside stands in none: below all others. */
export const COLUMNS = 3;
export type Column = 0 | 1 | 2;

/** Who asks, what is asked for, and the pods behind it: most lines go from the left to the right. */
export function columnsOf({ nodes, edges }: Graph): ReadonlyMap<string, Column> {
  const served = new Set(edges.filter(({ kind }) => kind === 'serves').map(({ to }) => to));
  const [leaving, coming] = [new Set(edges.map(({ from }) => from)), new Set(edges.map(({ to }) => to))];
  const columnOf = ({ id, kind }: Node, index: number): Column => {
    if (kind === 'service' || kind === 'secret') return 1;
    if (kind !== 'namespace') return served.has(id) ? 2 : 0;
    if (!coming.has(id)) return leaving.has(id) ? 0 : ((index % COLUMNS) as Column);
    return leaving.has(id) ? 1 : 2;
  };
  return new Map(
    nodes
      .filter(({ kind }) => kind !== 'outside')
      .map((node, index) => [node.id, columnOf(node, index)] as const),
  );
}
