import type { Span } from './geometry';

/** An upright line in a gutter, and at which levels it goes on to which side. */
export interface Track {
  readonly key: string;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Which place each has in the gutter, from the left. Those that do not pass each other share one; a straight line needs none. */
export function tracksOf(tracks: readonly Track[]): ReadonlyMap<string, number> {
  const bent = tracks.filter((track) => lengthOf(spanOf(track)) > 0).map(withSpan);
  const places = new Map<string, number>();
  const before: { span: Span; place: number }[] = [];
  for (const { track, span } of untangled(bent)) {
    const met = before.filter((other) => meets(other.span, span));
    const place = Math.max(-1, ...met.map((other) => other.place)) + 1;
    before.push({ span, place });
    places.set(track.key, place);
  }
  return places;
}

interface Spanned {
  readonly track: Track;
  readonly span: Span;
}

function withSpan(track: Track): Spanned {
  return { track, span: spanOf(track) };
}

function spanOf({ left, right }: Track): Span {
  return { start: Math.min(...left, ...right), end: Math.max(...left, ...right) };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

const APART = 8;

function meets(one: Span, other: Span): boolean {
  return one.start - APART < other.end && other.start - APART < one.end;
}

/** Each goes to where it crosses the fewest, until that helps no more. */
function untangled(tracks: readonly Spanned[]): readonly Spanned[] {
  const costs = tracks.map((one) => tracks.map((other) => costOf(one, other)));
  const cost = (left: number, right: number): number => costs[left]?.[right] ?? 0;
  let order: readonly number[] = tracks.map((_, index) => index);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const former = order;
    for (const index of former) order = moved(order, index, cost);
    if (former.every((index, place) => order[place] === index)) break;
  }
  return order.flatMap((index) => tracks[index] ?? []);
}

const MOST_ROUNDS = 20;

function moved(
  order: readonly number[],
  index: number,
  cost: (left: number, right: number) => number,
): readonly number[] {
  const others = order.filter((other) => other !== index);
  const here = order.indexOf(index);
  const all = [0];
  let sum = 0;
  for (const other of others) {
    sum += cost(other, index) - cost(index, other);
    all.push(sum);
  }
  const least = Math.min(...all);
  const place = all[here] === least ? here : all.indexOf(least);
  return [...others.slice(0, place), index, ...others.slice(place)];
}

/** How often two cross when the first stands on the left. Two on one level are worse: they look like one line. */
function costOf({ track: left, span }: Spanned, { track: right, span: otherSpan }: Spanned): number {
  const crossings =
    right.left.filter((level) => isIn(level, span)).length +
    left.right.filter((level) => isIn(level, otherSpan)).length;
  const shared = right.left.filter((level) =>
    left.right.some((other) => Math.abs(other - level) < APART / 2),
  );
  return crossings + 100 * shared.length;
}

function isIn(level: number, { start, end }: Span): boolean {
  return start <= level && level <= end;
}
