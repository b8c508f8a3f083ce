/** Where a character of a text stands, for people: both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text. The parser's own count goes astray behind a lone carriage return. */
export class Lines {
  private counted: readonly number[] | undefined;

  constructor(private readonly text: string) {}

  /** What lies outside of the text is told at its nearer end. */
  at(offset: number): Place {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    if (inside === 0) return { line: 1, column: 1 };
    const starts = this.starts();
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (starts[low] ?? 0) + 1 };
  }

  /** Without a fault, or at the very beginning, nobody asks. */
  private starts(): readonly number[] {
    this.counted ??= [0, ...Array.from(this.text.matchAll(/\n/g), ({ index }) => index + 1)];
    return this.counted;
  }
}
