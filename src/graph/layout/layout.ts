import type { Graph, Node } from '../graph';
import type { Box, Span } from './geometry';
import { guttersOf, type Gutters } from './gutters';
import { levelsOf } from './levels';
import { labelsOf, linesOf, type Label, type Line } from './lines';
import { outsideOf } from './outside';
import { planOf, type Plan, type Space } from './plan';
import { routesOf } from './routes';
import { sidesOf } from './sides';
import { columnsIn, widthsOf, type Widths } from './widths';

/** Where everything stands. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly node: Node; readonly box: Box }[];
  readonly spaces: readonly { readonly name: string; readonly box: Box }[];
  readonly edges: readonly Line[];
  readonly labels: readonly Label[];
}

/**
 * Namespaces from the top to the bottom, what is outside below them. All boxes stand in columns and rows, and all lines run between
 * those.
 */
export function layoutOf(graph: Graph): Layout {
  if (graph.nodes.length === 0) return NOTHING;
  const plan = planOf(graph);
  const routes = routesOf(graph, plan);
  const sides = sidesOf(routes, plan);
  const widths = widthsOf(plan, sides);
  const below = outsideOf(plan, sides, widths.below);
  const levels = levelsOf(plan, routes, sides, below.rows);
  const gutters = guttersOf(routes, levels.lines, widths, below.width);
  const [{ start: left } = { start: 0 }] = gutters.columns;
  const boxes = new Map([
    ...plan.places.map(
      ({ node, column }) => [node.id, boxOf(gutters.columns[column], levels.boxes.get(node.id))] as const,
    ),
    ...plan.outside.map(
      ({ id }) => [id, boxOf(moved(below.boxes.get(id), left), levels.boxes.get(id))] as const,
    ),
  ]);
  const uprights = new Map([
    ...gutters.trunks,
    ...[...below.ports].map(([key, x]) => [key, x + left] as const),
  ]);
  return {
    width: gutters.end,
    height: levels.end,
    nodes: graph.nodes.map((node) => ({ node, box: boxes.get(node.id) ?? NOWHERE })),
    spaces: levels.spaces
      .filter(({ space }) => space.name !== '')
      .map(({ space, span }) => ({
        name: space.name,
        box: boxOf(frameOf(space, plan, gutters, widths), span),
      })),
    edges: linesOf(routes, boxes, levels.lines, uprights),
    labels: labelsOf(routes, boxes, levels.lines, uprights),
  };
}

const NOTHING: Layout = { width: 360, height: 20, nodes: [], spaces: [], edges: [], labels: [] };
const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Around its columns alone, so that lines of others pass beside. */
function frameOf(space: Space, { places }: Plan, { columns }: Gutters, { rooms }: Widths): Span {
  const { start, end } = columnsIn(space, places);
  const [first, last] = [columns[start], columns[end]];
  return {
    start: (first?.start ?? 0) - (rooms[start]?.left ?? 0),
    end: (last?.end ?? 0) + (rooms[end]?.right ?? 0),
  };
}

function boxOf(across: Span = NO_SPAN, down: Span = NO_SPAN): Box {
  return { x: across.start, y: down.start, width: across.end - across.start, height: down.end - down.start };
}

const NO_SPAN: Span = { start: 0, end: 0 };

function moved({ start, end }: Span = NO_SPAN, by: number): Span {
  return { start: start + by, end: end + by };
}
