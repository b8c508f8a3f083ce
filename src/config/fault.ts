import { shownKey } from '../text/shown';
import type { Place } from '../text/lines';

/** What is wrong in a configuration file, and where. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
  /** The key is at fault, not its value. */
  readonly atKey?: boolean;
  /** The path as it is told, where its last key may be a secret. */
  readonly told?: Path;
}

/** From the root: `['runners', 0, 'name']`. */
export type Path = readonly (string | number)[];

/** A fault with its place. */
export interface PlacedFault extends Place {
  /** Where it stands in a file that is extended, or in that of the ciphertext; absent: the file that was asked for. */
  readonly file?: string;
  /** `runners[0].name`; empty for the file itself. */
  readonly path: string;
  readonly message: string;
}

export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${String(part)}]`;
    return text === '' ? shownKey(part) : `${text}.${shownKey(part)}`;
  }, '');
}

/** One line a fault, the columns under each other, in the order of the file; what it extends comes behind it. */
export function formatFaults(file: string, faults: readonly PlacedFault[]): string {
  const rows = [...faults]
    .sort((a, b) => inOrder(a.file ?? '', b.file ?? '') || a.line - b.line || a.column - b.column)
    .map(
      ({ file: own = file, line, column, path, message }) =>
        [`${own}:${String(line)}:${String(column)}`, path, message] as const,
    );
  const width = (index: 0 | 1): number => Math.max(...rows.map((row) => row[index].length));
  return rows
    .map(
      ([place, path, message]) =>
        `${place.padEnd(width(0))}  ${path === '' ? '' : `${path.padEnd(width(1))}  `}${message}\n`,
    )
    .join('');
}

function inOrder(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
