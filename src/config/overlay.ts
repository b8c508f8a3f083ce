import type { Path } from './fault';

/** A value of several files laid over each other, which knows where each of its parts stands. */
export interface Overlay {
  /** Which of the files says it, counted from the lowest; of a map that many say, the topmost. */
  readonly from: number;
  readonly value: unknown;
  /** The parts of a map; undefined for what is none. */
  readonly parts: ReadonlyMap<string, Overlay> | undefined;
}

/** Maps are merged, key by key; all else replaces what lies below, and so does a map of another `kind`. */
export function overlay(values: readonly unknown[]): Overlay {
  return values
    .map((value, from) => single(value, from))
    .reduce((below, above) => (above.value === undefined ? below : laid(below, above)));
}

/** The file that says what stands at a path; for what none says, the topmost that has the deepest map above it. */
export function ownerOf(whole: Overlay, path: Path): number {
  let inside = whole;
  for (const part of path) {
    const next = inside.parts?.get(String(part));
    if (next === undefined) break;
    inside = next;
  }
  return inside.from;
}

function single(value: unknown, from: number): Overlay {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const parts = isMap
    ? new Map(Object.entries(value).map(([key, part]) => [key, single(part, from)]))
    : undefined;
  return { from, value, parts };
}

function laid(below: Overlay, above: Overlay): Overlay {
  if (below.parts === undefined || above.parts === undefined || isOtherKind(below, above)) return above;
  const parts = new Map(below.parts);
  for (const [key, part] of above.parts) {
    const under = parts.get(key);
    parts.set(key, under === undefined ? part : laid(under, part));
  }
  const value = Object.fromEntries(Array.from(parts, ([key, part]) => [key, part.value]));
  return { from: above.from, value, parts };
}

/** What another kind has means nothing to this one. */
function isOtherKind(below: Overlay, above: Overlay): boolean {
  const [one, other] = [below, above].map(({ parts }) => parts?.get('kind')?.value);
  return one !== undefined && other !== undefined && one !== other;
}
