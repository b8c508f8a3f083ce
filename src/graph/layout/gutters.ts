import { COLUMNS } from './columns';
import type { Span } from './geometry';
import type { Part, Route, Trunk } from './routes';
import { tracksOf, type Track } from './tracks';
import type { Widths } from './widths';

/** How far to the right columns are, and the upright lines between them. */
export interface Gutters {
  readonly columns: readonly Span[];
  readonly trunks: ReadonlyMap<string, number>;
  readonly end: number;
}

const MARGIN = 16;
const TRACK = 9;

export function guttersOf(
  routes: readonly Route[],
  lines: ReadonlyMap<string, number>,
  { columns: widths, rooms }: Widths,
  below: number,
): Gutters {
  const byGutter = trackLists(routes, lines);
  const columns: Span[] = [];
  const trunks = new Map<string, number>();
  let x = MARGIN;
  for (const [gutter, tracks] of byGutter.entries()) {
    if (gutter === COLUMNS) x = Math.max(x, (columns[0]?.start ?? x) + below);
    const places = tracksOf(tracks);
    for (const { key } of tracks) trunks.set(key, x + TRACK * ((places.get(key) ?? 0) + 1));
    const count = Math.max(-1, ...places.values()) + 1;
    x += count === 0 ? 0 : TRACK * (count + 1);
    const { left = 0, right = 0 } = rooms[gutter] ?? {};
    if (gutter === COLUMNS) break;
    const start = x + left;
    columns.push({ start, end: start + (widths[gutter] ?? 0) });
    x = start + (widths[gutter] ?? 0) + right;
  }
  return { columns, trunks, end: x + MARGIN };
}

/** The tracks of each gutter, with the levels that lead to them. */
function trackLists(
  routes: readonly Route[],
  lines: ReadonlyMap<string, number>,
): readonly (readonly Track[])[] {
  const tracks = new Map<string, { trunk: Trunk; left: Set<number>; right: Set<number> }>();
  for (const { parts } of routes)
    for (const [index, part] of parts.entries()) {
      if (part.kind !== 'trunk') continue;
      const track = tracks.get(part.key) ?? { trunk: part, left: new Set(), right: new Set() };
      tracks.set(part.key, track);
      for (const step of [-1, 1]) {
        const next = parts[index + step];
        const level = lines.get(next?.key ?? '');
        if (next === undefined || level === undefined) continue;
        const side = isOnLeft(part, next, parts[index + 2 * step]) ? track.left : track.right;
        side.add(level);
      }
    }
  return Array.from({ length: COLUMNS + 1 }, (_, gutter) =>
    [...tracks]
      .filter(([, { trunk }]) => trunk.gutter === gutter)
      .map(([key, { left, right }]) => ({ key, left: [...left], right: [...right] })),
  );
}

/** A lane leads to another gutter, or to what is outside: from the first gutter to the right, from the last one to the left. */
function isOnLeft({ gutter }: Trunk, next: Part, beyond: Part | undefined): boolean {
  if (next.kind === 'port') return next.side === 'right';
  return beyond?.kind === 'trunk' ? beyond.gutter < gutter : gutter > 0;
}
