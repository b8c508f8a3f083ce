import { graphlib, layout as arrange, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import { docked } from './docks';
import type { Box, Line } from './geometry';
import type { Graph, Node } from './graph';

/** Where everything stands. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly node: Node; readonly box: Box }[];
  readonly spaces: readonly { readonly name: string; readonly box: Box }[];
  readonly edges: readonly Line[];
}

/** Of a letter; wide enough for any of the fonts that a page may have. */
const TITLE = 8.4;
const SMALL = 7.2;
const HEIGHT = 48;

type Drawn = graphlib.Graph<GraphLabel, NodeLabel, EdgeLabel>;

/** From the left to the right, with a frame around each namespace. */
export function layoutOf(graph: Graph): Layout {
  if (graph.nodes.length === 0) return NOTHING;
  const drawn: Drawn = new graphlib.Graph({ compound: true, multigraph: true });
  drawn.setGraph({ rankdir: 'LR', nodesep: 22, edgesep: 16, ranksep: 52, marginx: 20, marginy: 20 });
  const spaces = [...new Set(graph.nodes.map(({ namespace }) => namespace))].filter((name) => name !== '');
  for (const name of spaces) drawn.setNode(spaceId(name), { width: 0, height: 0 });
  for (const node of graph.nodes) {
    drawn.setNode(node.id, { width: widthOf(node), height: HEIGHT });
    if (node.namespace !== '') drawn.setParent(node.id, spaceId(node.namespace));
  }
  for (const [index, { from, to, text }] of graph.edges.entries()) {
    const size = text === '' ? { width: 0, height: 0 } : { width: textWidth(text), height: 18 };
    drawn.setEdge(from, to, { ...size, labelpos: 'c' }, String(index));
  }
  arrange(drawn);
  return placed(graph, drawn, spaces);
}

const NOTHING: Layout = { width: 360, height: 20, nodes: [], spaces: [], edges: [] };

function placed(graph: Graph, drawn: Drawn, spaces: readonly string[]): Layout {
  const { width = 0, height = 0 } = drawn.graph();
  const nodes = graph.nodes.map((node) => ({ node, box: boxOf(drawn.node(node.id)) }));
  const boxes = new Map(nodes.map(({ node, box }) => [node.id, box]));
  const edges = graph.edges.map((edge, index) => {
    const { points = [], x = 0, y = 0 } = drawn.edge(edge.from, edge.to, String(index));
    return { edge, points, label: { x, y } };
  });
  return {
    width,
    height,
    nodes,
    spaces: spaces.map((name) => ({ name, box: boxOf(drawn.node(spaceId(name))) })),
    edges: docked(edges, boxes),
  };
}

export function textWidth(text: string): number {
  return text.length * SMALL + 8;
}

function widthOf({ title, subtitle }: Node): number {
  return Math.max(title.length * TITLE, subtitle.length * SMALL) + 26;
}

function spaceId(name: string): string {
  return `namespace ${name}`;
}

function boxOf({ x = 0, y = 0, width, height }: NodeLabel): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
