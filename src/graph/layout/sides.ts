import { groupBy } from '../../manifests/groups';
import type { Plan } from './plan';
import type { Part, Port, Route } from './routes';

/** The ports at each side of each box, from the top or the left. */
export interface Sides {
  readonly at: (node: string, side: Port['side']) => readonly Port[];
  /** Whether a line leads from one to the other along a gutter alone. */
  readonly areJoined: (one: Port, other: Port) => boolean;
}

/** Sorted by where their lines come from, so that few of them cross. */
export function sidesOf(routes: readonly Route[], { places, rows }: Plan): Sides {
  const rowOf = new Map(places.map(({ node, row }) => [node.id, row]));
  const ends = routes.flatMap(({ parts }) => [endOf(parts), endOf([...parts].reverse())]);
  const ports = [...groupBy(ends, ({ port }) => port.key).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const far = same.map(({ next }) => farOf(next, rowOf, rows));
    return [{ port: first.port, far: far.reduce((sum, row) => sum + row, 0) / far.length }];
  });
  const sides = groupBy(ports, ({ port }) => sideKey(port.node, port.side));
  const sorted = new Map(
    [...sides].map(([key, own]) => [key, [...own].sort((a, b) => a.far - b.far).map(({ port }) => port)]),
  );
  const joined = new Set(
    ends.flatMap(({ port, next }) => (next?.kind === 'port' ? [pairKey(port, next)] : [])),
  );
  return {
    at: (node, side) => sorted.get(sideKey(node, side)) ?? [],
    areJoined: (one, other) => joined.has(pairKey(one, other)),
  };
}

function endOf(parts: readonly Part[]): { port: Port; next: Part | undefined } {
  const [port, , next] = parts;
  if (port?.kind !== 'port') throw new Error('a route begins and ends at a box');
  return { port, next };
}

/** The row to which a line first goes. */
function farOf(next: Part | undefined, rowOf: ReadonlyMap<string, number>, rows: number): number {
  if (next?.kind === 'lane') return typeof next.below === 'number' ? next.below + 0.5 : rows;
  return next?.kind === 'port' ? (rowOf.get(next.node) ?? rows) : rows;
}

function sideKey(node: string, side: Port['side']): string {
  return JSON.stringify([node, side]);
}

function pairKey(one: Port, other: Port): string {
  return JSON.stringify([one.key, other.key]);
}
