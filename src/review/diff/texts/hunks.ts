/** Lines that follow each other and differ. */
export interface Hunk {
  /** `line 12`, `lines 12-14`; of what is gone, those of the old text. */
  readonly lines: string;
  /** Undefined where lines are added, or removed, and none stood, or stands, in their place. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What differs between two texts, line by line. */
export function hunksOf(before: string, after: string): readonly Hunk[] {
  const [old, next] = [before.split('\n'), after.split('\n')];
  const first = commonStart(old, next);
  const rest = commonStart(old.slice(first).reverse(), next.slice(first).reverse());
  const middle = { old: old.slice(first, old.length - rest), next: next.slice(first, next.length - rest) };
  const same = commonLines(middle.old, middle.next);
  const ends = [...same, [middle.old.length, middle.next.length] as const];
  const hunks: Hunk[] = [];
  let [left, right] = [0, 0];
  for (const [one, other] of ends) {
    if (one > left || other > right)
      hunks.push(
        hunk(
          middle.old.slice(left, one),
          middle.next.slice(right, other),
          first + left + 1,
          first + right + 1,
        ),
      );
    [left, right] = [one + 1, other + 1];
  }
  return hunks;
}

function hunk(gone: readonly string[], come: readonly string[], oldLine: number, newLine: number): Hunk {
  const [from, count] = come.length === 0 ? [oldLine, gone.length] : [newLine, come.length];
  return {
    lines: count === 1 ? `line ${String(from)}` : `lines ${String(from)}-${String(from + count - 1)}`,
    before: gone.length === 0 ? undefined : gone.join('\n'),
    after: come.length === 0 ? undefined : come.join('\n'),
  };
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const end = one.findIndex((line, index) => line !== other[index]);
  return end < 0 ? one.length : end;
}

/** Positions of the longest series of lines that both have; none where the texts are too long to look for it. */
function commonLines(
  one: readonly string[],
  other: readonly string[],
): readonly (readonly [number, number])[] {
  if (one.length * other.length > MOST_STEPS) return [];
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row--)
    for (let column = other.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        one[row] === other[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < one.length && column < other.length;) {
    if (one[row] === other[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** A thousand lines that differ, against a thousand. */
const MOST_STEPS = 1_000_000;
