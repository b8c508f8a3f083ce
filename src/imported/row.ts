import type { Path } from '../config/fault';
import type { Leaf } from './leaf';

/** What becomes of the values at a path. Of each chart there is a table of these, and the first row that fits holds. */
export interface Row {
  /** `*` is any key or place in a list, `**` all that is below, and the value itself. */
  readonly path: string;
  readonly read: (leaf: Leaf, context: Context) => Verdict;
}

export type Verdict =
  | { readonly kind: 'carried'; readonly to: readonly Target[] }
  /** Something else takes its part; `to` where the configuration says it. */
  | { readonly kind: 'replaced'; readonly why: string; readonly to?: readonly Target[] }
  | { readonly kind: 'dropped'; readonly why: string }
  /** No configuration can come out. */
  | { readonly kind: 'refused'; readonly why: string };

/** A key of our configuration and its value. */
export interface Target {
  readonly path: Path;
  readonly value: unknown;
  /** One more item of the list at this path. */
  readonly isItem?: boolean;
}

/** What else was given. */
export interface Context {
  /** A value of the same chart; undefined where nobody says it. */
  readonly get: (...path: Path) => unknown;
  /** Whether there are values of a chart of MinIO. */
  readonly hasStore: boolean;
}

/** As it is, or changed on the way. */
export function carried(path: string, to: string, change: (value: unknown) => unknown = same): Row {
  return { path, read: ({ value }) => ({ kind: 'carried', to: [{ path: at(to), value: change(value) }] }) };
}

export function replaced(paths: string, why: string): readonly Row[] {
  return paths.split(' ').map((path) => ({ path, read: () => ({ kind: 'replaced', why }) }));
}

export function dropped(paths: string, why: string): readonly Row[] {
  return paths.split(' ').map((path) => ({ path, read: () => ({ kind: 'dropped', why }) }));
}

export function rowFor(rows: readonly Row[], path: Path): Row | undefined {
  return rows.find((row) => fits(row.path.split('.'), path));
}

/** `runners.0.jobs` as the parts of a path. */
export function at(text: string, ...below: Path): Path {
  const parts = text.split('.').map((part) => (/^[0-9]+$/.test(part) ? Number(part) : part));
  return [...parts, ...below];
}

/** What charts take for true: a text is what somebody meant to be one of both. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|yes|on|1)$/i.test(value));
}

/** Empty for what is no scalar. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** Of the digits that a text has; what is no number stays, and is refused where all is judged. */
export function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^[0-9]{1,9}$/.test(value) ? Number(value) : value;
}

function same(value: unknown): unknown {
  return value;
}

function fits([part, ...rest]: readonly string[], path: Path): boolean {
  if (part === undefined) return path.length === 0;
  if (part === '**') return true;
  const [first, ...below] = path;
  return first !== undefined && (part === '*' || part === String(first)) && fits(rest, below);
}
