/** Where a character of a text stands, for people: both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text. The parser's own count goes astray behind a lone carriage return. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    this.starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  }

  /** What lies outside of the text is told at its nearer end. */
  at(offset: number): Place {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (this.starts[low] ?? 0) + 1 };
  }
}
