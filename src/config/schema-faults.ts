import type { z } from 'zod';
import { suggestion } from '../model/closest';
import type { Fault, Path } from './fault';
import { schemasAt } from './json-schema';

type Issue = z.core.$ZodIssue;

/** What the schema found, in our words. */
export function schemaFaults(issues: readonly Issue[], input: unknown): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], input));
}

function faultsOf(issue: Issue, above: Path, input: unknown): Fault[] {
  const path = [...above, ...(issue.path as Path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], key, knownKeys(path, input)));
    case 'invalid_union':
      return unionFaults(issue, path, input);
    case 'custom':
      return [{ path, message: issue.message }];
    default:
      return [{ path, message: expectation(path, input) }];
  }
}

function unknownKey(path: Path, key: string, known: readonly string[]): Fault {
  const hint = suggestion(key, known);
  const remedy = hint === '' ? `; expected ${list(known)}` : hint;
  return { path, atKey: true, message: `Unknown key "${key}"${remedy}` };
}

/** Of several alternatives, the one that went furthest tells what is wrong. */
function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, input: unknown): Fault[] {
  const deepest = issue.errors.find((issues) =>
    issues.some((inner) => inner.path.length > 0 || isOwn(inner)),
  );
  if (deepest === undefined) return [{ path, message: expectation(path, input) }];
  return deepest.flatMap((inner) => faultsOf(inner, path, input));
}

function isOwn({ code }: Issue): boolean {
  return code === 'custom' || code === 'unrecognized_keys';
}

function knownKeys(path: Path, input: unknown): string[] {
  return [...new Set(schemasAt(path, input).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

/** What the schema wants at a path, against what is there. */
function expectation(path: Path, input: unknown): string {
  const schemas = schemasAt(path, input);
  const value = valueAt(input, path);
  const words = schemas.flatMap(
    ({ const: only, enum: several }) => several ?? (only === undefined ? [] : [only]),
  );
  const ranges = schemas.flatMap(({ minimum, maximum, type }) =>
    minimum === undefined
      ? []
      : [`${type === 'integer' ? 'an integer' : 'a number'} from ${minimum} to ${String(maximum)}`],
  );
  const types = schemas.flatMap(({ type, const: only, enum: several }) =>
    only === undefined && several === undefined && ranges.length === 0 && type !== undefined
      ? [TYPE_WORDS[type] ?? type]
      : [],
  );
  const wanted = [...words.map((word) => JSON.stringify(word)), ...ranges, ...new Set(types)].join(' or ');
  if (value === undefined) return `Missing: expected ${wanted}${described(schemas)}`;
  const hint =
    typeof value === 'string'
      ? suggestion(
          value,
          words.filter((word) => typeof word === 'string'),
        )
      : '';
  const quotes = typeof value === 'number' && types.includes('text') ? ' in quotes' : '';
  return `Cannot use ${shown(value)}: expected ${wanted}${quotes}${hint}`;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a map of keys',
  array: 'a list',
  boolean: 'true or false',
  integer: 'an integer',
};

function described(schemas: readonly { description?: string }[]): string {
  const description = schemas.find((schema) => schema.description !== undefined)?.description;
  return description === undefined ? '' : ` (${description})`;
}

/** Enough of a value to recognize it. Text may be a secret that stands in the wrong place, so it is cut. */
function shown(value: unknown): string {
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 36)}…"` : text;
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    input,
  );
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'no key here' : `one of ${words.map((word) => `"${word}"`).join(', ')}`;
}
