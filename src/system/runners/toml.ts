import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Path, Value } from '../../manifests/value';
import { isList, isMap } from '../../manifests/value';

/** Why a text is no TOML. */
export interface TomlFault {
  /** Counts from 0. */
  readonly line: number;
  readonly reason: string;
}

export type TomlText = { readonly value: Value } | { readonly fault: TomlFault };

export function readToml(text: string): TomlText {
  try {
    return { value: plain(parse(text, { integersAsBigInt: 'asNeeded' }), 0) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [, reason = ''] = /^Invalid TOML document: ([^\n]*)/.exec(error.message) ?? [];
    return { fault: { line: error.line - 1, reason } };
  }
}

/** Dates become text, and integers beyond those of JavaScript the nearest one. */
function plain(value: unknown, depth: number): Value {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return null;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, depth + 1)]));
}

/** No setting of the runner is nearly as deep. */
const DEEPEST = 50;

/** What stands at a path. The runner takes keys in any case, as its decoder does. (BurntSushi/toml, decode.go) */
export function settingAt(value: Value | undefined, ...path: Path): Value | undefined {
  return path.reduce<Value | undefined>((inside, step) => {
    if (isList(inside)) return typeof step === 'number' ? inside[step] : undefined;
    if (!isMap(inside) || typeof step === 'number') return undefined;
    const key = keyOf(inside, step);
    return key === undefined ? undefined : inside[key];
  }, value);
}

/** A key as the text writes it. */
export function keyOf(table: Value | undefined, name: string): string | undefined {
  if (!isMap(table)) return undefined;
  if (Object.hasOwn(table, name)) return name;
  const lower = name.toLowerCase();
  return Object.keys(table).find((key) => key.toLowerCase() === lower);
}
