/** Positions of an item in both lists; undefined where it is in one alone. */
export type Pair = readonly [base: number | undefined, head: number | undefined];

export interface Paired {
  readonly pairs: readonly Pair[];
  /** Whether what is in both lists comes in another order. */
  readonly isMoved: boolean;
}

/** Pairs items of the same key, which is in each list once; those of the head come first. */
export function pairByKey(base: readonly string[], head: readonly string[]): Paired {
  const [before, after] = [positionsOf(base), positionsOf(head)];
  const pairs = [...new Set([...head, ...base])].map((key): Pair => [before.get(key), after.get(key)]);
  return { pairs, isMoved: isMoved(pairs) };
}

function positionsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, position) => [key, position]));
}

/** Pairs items that are the same first, as often as they are there; what is left is what changed, one after the other. */
export function pairByText(base: readonly string[], head: readonly string[]): Paired {
  const waiting = new Map<string, number[]>();
  for (const [position, text] of [...base.entries()].reverse()) {
    const list = waiting.get(text);
    if (list === undefined) waiting.set(text, [position]);
    else list.push(position);
  }
  const same = head.map((text, position): Pair => [waiting.get(text)?.pop(), position]);
  const left = [...waiting.values()].flat().sort((one, other) => one - other);
  const open = left[Symbol.iterator]();
  const pairs = same.map(([before, after]): Pair => [before ?? open.next().value, after]);
  return {
    pairs: [...pairs, ...[...open].map((position): Pair => [position, undefined])],
    isMoved: isMoved(same),
  };
}

/** The same once, and in whatever order; what is left is what changed. */
export function pairAsSets(base: readonly string[], head: readonly string[]): Paired {
  const { pairs } = pairByKey(base, head);
  const gone = pairs.filter(([, after]) => after === undefined).map(([before]) => before);
  const open = gone[Symbol.iterator]();
  const kept = pairs
    .filter(([, after]) => after !== undefined)
    .map(([before, after]): Pair => [before ?? open.next().value, after]);
  return { pairs: [...kept, ...[...open].map((before): Pair => [before, undefined])], isMoved: false };
}

function isMoved(pairs: readonly Pair[]): boolean {
  const both = pairs
    .filter((pair): pair is readonly [number, number] => pair[0] !== undefined && pair[1] !== undefined)
    .sort(([, one], [, other]) => one - other);
  return both.some(([before], index) => index > 0 && before < (both[index - 1]?.[0] ?? 0));
}
