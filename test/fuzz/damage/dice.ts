/** Choices that follow from one number, so that fast-check can show a case again. */
export interface Dice {
  /** From 0 up to, and without, a limit. */
  readonly below: (limit: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** True once in so many times. */
  readonly oneIn: (count: number) => boolean;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new Error('Cannot pick from nothing');
    return items[below(items.length)] as Item;
  };
  return { below, pick, oneIn: (count) => below(count) === 0 };
}

/** One kind of damage to the text of a good configuration. */
export type Damage = (text: string, dice: Dice) => string | Uint8Array;
