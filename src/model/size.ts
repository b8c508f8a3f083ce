import { shown } from '../text/shown';

/** An amount of bytes, as Kubernetes writes it. Only `size()` makes one from text. */
export class Size {
  private constructor(readonly bytes: number) {}

  static ofBytes(bytes: number): Size {
    return new Size(bytes);
  }

  static mebibytes(count: number): Size {
    return new Size(count * 2 ** 20);
  }

  plus(other: Size): Size {
    return new Size(this.bytes + other.bytes);
  }

  /** Rounded down to a mebibyte, so that the result is short to read. */
  share(percent: number): Size {
    return Size.mebibytes(Math.floor((this.bytes * percent) / 100 / 2 ** 20));
  }

  /**
   * The shortest integer with a suffix: `1Gi` for 1024Mi, `1G` for 1000M. The API server gives it back as it is, so
   * that no tool sees a difference.
   */
  toString(): string {
    if (this.bytes === 0) return '0';
    const binary = this.withLargest(BINARY_SUFFIXES);
    const decimal = this.withLargest(DECIMAL_SUFFIXES);
    return decimal.length < binary.length ? decimal : binary;
  }

  private withLargest(suffixes: readonly (readonly [string, number])[]): string {
    const suffix = suffixes.find(([, factor]) => this.bytes % factor === 0);
    return suffix === undefined ? String(this.bytes) : `${String(this.bytes / suffix[1])}${suffix[0]}`;
  }
}

/** An integer and a suffix. Fractions and milli-bytes are legal in Kubernetes and hardly ever meant. */
export const SIZE = /^(0|[1-9][0-9]{0,14})(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$/;

export function size(text: string): Size {
  const match = SIZE.exec(text);
  const bytes = match === null ? NaN : Number(match[1]) * factorOf(match[2]);
  if (!Number.isSafeInteger(bytes)) {
    throw new RangeError(
      `Cannot use size ${shown(text)}: expected an integer with a unit, such as "20Gi" or "500Mi"`,
    );
  }
  return Size.ofBytes(bytes);
}

const BINARY_SUFFIXES: readonly (readonly [string, number])[] = [
  ['Pi', 2 ** 50],
  ['Ti', 2 ** 40],
  ['Gi', 2 ** 30],
  ['Mi', 2 ** 20],
  ['Ki', 2 ** 10],
];
const DECIMAL_SUFFIXES: readonly (readonly [string, number])[] = [
  ['P', 1e15],
  ['T', 1e12],
  ['G', 1e9],
  ['M', 1e6],
  ['k', 1e3],
];

function factorOf(suffix: string | undefined): number {
  return [...BINARY_SUFFIXES, ...DECIMAL_SUFFIXES].find(([name]) => name === suffix)?.[1] ?? 1;
}
