import { graphlib, layout as arrange } from '@dagrejs/dagre';
import type { Edge, Graph, Node } from './graph';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where everything stands; `x` and `y` of a box are its upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly node: Node; readonly box: Box }[];
  readonly spaces: readonly { readonly name: string; readonly box: Box }[];
  readonly edges: readonly { readonly edge: Edge; readonly points: readonly Point[]; readonly label: Point }[];
}

/** Wide enough for the text in any of the fonts that a page may have. */
export const TITLE_WIDTH = 8.2;
export const SMALL_WIDTH = 7;
const HEIGHT = 46;

export function layoutOf(graph: Graph): Layout {
  const drawn = new graphlib.Graph({ compound: true, multigraph: true });
  drawn.setGraph({ rankdir: 'LR', nodesep: 18, edgesep: 14, ranksep: 46, marginx: 16, marginy: 16 });
  const spaces = [...new Set(graph.nodes.map(({ namespace }) => namespace))].filter((name) => name !== '');
  for (const name of spaces) drawn.setNode(spaceId(name), {});
  for (const { id, namespace, ...node } of graph.nodes) {
    drawn.setNode(id, { width: widthOf(node), height: HEIGHT });
    if (namespace !== '') drawn.setParent(id, spaceId(namespace));
  }
  for (const [index, { from, to, text }] of graph.edges.entries()) {
    const size = text === '' ? {} : { width: text.length * SMALL_WIDTH + 8, height: 18, labelpos: 'c' };
    drawn.setEdge(from, to, size, String(index));
  }
  arrange(drawn);
  return read(graph, drawn, spaces);
}
