import type { Path } from '../config/fault';

/** One value of a values file or of a `--set`: a text, a number, a boolean, or what is empty. */
export interface Leaf {
  /** From the root of the chart's values. */
  readonly path: Path;
  readonly value: unknown;
  /** The path as it is told; that of an umbrella chart begins with the name of its part. */
  readonly told: string;
  readonly place: Spot;
}

/** Where a value stands. */
export interface Spot {
  /** A file's name, or `--set`. */
  readonly file: string;
  /** Counts from 1; absent where there are no lines. */
  readonly line?: number;
}

/** All that one file, or one `--set`, says. */
export interface Source {
  readonly name: string;
  readonly leaves: readonly Leaf[];
  /** A file replaces whole lists, a `--set` only parts of them. */
  readonly isFile: boolean;
}

/** What is wrong with what was given. */
export interface ImportFault {
  readonly place: Spot;
  /** Empty: the file itself. */
  readonly told: string;
  readonly message: string;
}

/** Each value below another one, with its path; what is empty is a value too. */
export function leavesBelow(value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const parts: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...(value as readonly unknown[]).entries()]
    : Object.entries(value);
  return parts.length === 0
    ? [[path, value]]
    : parts.flatMap(([key, part]) => leavesBelow(part, [...path, key]));
}

/** What says nothing: Helm's own files are full of it. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** `persistence.size`, with a number for each place in a list. */
export function keyOf(path: Path): string {
  return path.map(String).join('\0');
}
