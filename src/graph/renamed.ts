import type { Graph } from './graph';

/** With the ids that nodes have under their new names, so that what was renamed alone is one box with the lines that it keeps. */
export function renamed({ nodes, edges }: Graph, newIds: ReadonlyMap<string, string>): Graph {
  const idOf = (id: string): string => newIds.get(id) ?? id;
  return {
    nodes: nodes.map((node) => ({ ...node, id: idOf(node.id) })),
    edges: edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })),
  };
}
