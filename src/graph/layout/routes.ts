import type { Edge, Graph } from '../graph';
import type { Plan } from './plan';

/**
 * The way of each line between the boxes, before anything has a size: from the side of a box along a gutter beside its column, and where
 * columns lie between, along a lane below a row to another gutter. Neither gutters nor lanes have boxes, so no line crosses one.
 * What comes to the same box and says the same shares the last part of its way.
 */
export interface Route {
  readonly edge: Edge;
  /** By turns level and upright. */
  readonly parts: readonly Part[];
}

export type Part = Port | Trunk | Lane;

/** Where a line meets a box. */
export interface Port {
  readonly kind: 'port';
  readonly key: string;
  readonly node: string;
  readonly side: 'left' | 'right' | 'top';
  /** What is written there. */
  readonly text: string;
}

/** Upright, in the gutter on the left of this column. */
export interface Trunk {
  readonly kind: 'trunk';
  readonly key: string;
  readonly gutter: number;
}

/** Level, below this row, or above this box of what is outside. */
export interface Lane {
  readonly kind: 'lane';
  readonly key: string;
  readonly below: number | string;
}

export function routesOf({ edges }: Graph, { places, rows }: Plan): readonly Route[] {
  const stands = new Map<string, Stand>(places.map(({ node, column, row }) => [node.id, { column, row }]));
  return edges.map((edge, index): Route => {
    const [from, to] = [stands.get(edge.from), stands.get(edge.to)];
    const [start, end] = [from ?? outsideFor(to, rows), to ?? outsideFor(from, rows)];
    return { edge, parts: partsOf(edge, String(index), start, end) };
  });
}

interface Stand {
  readonly column: number;
  readonly row: number;
  readonly isOutside?: true;
}

/** Reached at the left edge of the picture, or at the right one if that is nearer. */
function outsideFor(other: Stand | undefined, rows: number): Stand {
  return { column: other?.column === 2 ? 3 : -1, row: rows, isOutside: true };
}

function partsOf(edge: Edge, index: string, start: Stand, end: Stand): readonly Part[] {
  const net = JSON.stringify([edge.to, edge.kind, edge.mark ?? '', edge.text]);
  const [first, last] = endsOf(start.column, end.column);
  const below = Math.min(start.row, end.row);
  const trunk = (gutter: number, what: string): Trunk => ({
    kind: 'trunk',
    key: `${net} ${what} in ${String(gutter)}`,
    gutter,
  });
  const lane = (key: string, where: number | string): Lane => ({
    kind: 'lane',
    key: `${net} ${key}`,
    below: where,
  });
  return [
    port(index, edge.from, '', start, first),
    ...(start.isOutside ? [lane(`from ${index}`, edge.from)] : []),
    ...(first === last ? [] : [trunk(first, `to ${String(below)}`), lane(`below ${String(below)}`, below)]),
    trunk(last, 'end'),
    ...(end.isOutside ? [lane('to', edge.to)] : []),
    port(net, edge.to, edge.text, end, last),
  ];
}

function port(key: string, node: string, text: string, { column, isOutside }: Stand, gutter: number): Port {
  const side = isOutside ? 'top' : gutter === column ? 'left' : 'right';
  return { kind: 'port', key: `${key} ${side}`, node, side, text };
}

/** Where a line from one column to another begins and ends: between the two, or beside both. */
function endsOf(from: number, to: number): readonly [number, number] {
  if (from < to) return [from + 1, to];
  if (from > to) return [from, to + 1];
  const beside = from >= 2 ? 3 : Math.max(from, 0);
  return [beside, beside];
}
