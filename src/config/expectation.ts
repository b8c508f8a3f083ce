import { suggestion } from '../text/closest';
import { kindOf, shown } from '../text/shown';
import type { Path } from './fault';
import { schemasAt, type JsonSchema } from './json-schema';
import { maySecret } from './may-secret';

/** What the schema wants at a path, against what is there. */
export function expectation(path: Path, input: unknown): string {
  const schemas = schemasAt(path, input);
  const value = valueAt(input, path);
  const wanted = wantedWords(schemas, value).join(' or ');
  if (value === undefined) return `Missing: expected ${wanted}${described(schemas)}`;
  if (value === null && path.length === 0) {
    return 'Cannot use an empty file: expected `gitlab.url` at least; `runner-cache init` writes a file to begin with';
  }
  const remedy = hint(schemas, value) || (isRemovable(path, input, value) ? '; or remove the key' : '');
  const near = /did you mean|write `/.test(remedy);
  const said = maySecret(path) && !near ? kindOf(value) : shown(value);
  return `Cannot use ${said}: expected ${wanted}${remedy}`;
}

function wantedWords(schemas: readonly JsonSchema[], value: unknown): string[] {
  const kinds = kindsOf(schemas);
  const ranges = schemas.flatMap(({ minimum, maximum }) =>
    minimum === undefined ? [] : [`an integer from ${minimum} to ${String(maximum)}`],
  );
  const types = schemas
    .filter((schema) => constants(schema).length === 0 && schema.minimum === undefined)
    .filter(({ properties }) => properties?.kind?.const === undefined)
    .map((schema) => typeWords(schema, value));
  return [
    ...schemas.flatMap(constants).map((word) => JSON.stringify(word)),
    ...ranges,
    ...kinds.map((kind) => `\`{ kind: ${kind} }\``),
    ...new Set(types),
  ];
}

function constants({ const: only, enum: several }: JsonSchema): readonly unknown[] {
  return several ?? (only === undefined ? [] : [only]);
}

function kindsOf(schemas: readonly JsonSchema[]): string[] {
  return schemas.flatMap(({ properties }) => {
    const kind: unknown = properties?.kind?.const;
    return typeof kind === 'string' ? [kind] : [];
  });
}

function typeWords(schema: JsonSchema, value: unknown): string {
  const keys = Object.keys(schema.properties ?? {}).map((key) => `"${key}"`);
  switch (schema.type) {
    case 'object':
      return keys.length === 0 ? 'a map of keys' : `a map with ${keys.join(', ')}`;
    case 'array':
      return listWords(schema);
    case 'boolean':
      return 'true or false';
    default:
      return `text${typeof value === 'number' ? ' in quotes' : ''}${exampleOf(schema)}`;
  }
}

function listWords({ minItems, maxItems }: JsonSchema): string {
  if (minItems === undefined) return 'a list';
  const count = maxItems === undefined ? 'one or more' : `${minItems} to ${maxItems}`;
  return `a list of ${count} items, each behind "- "`;
}

function exampleOf({ default: fallback, examples }: JsonSchema): string {
  const example = fallback === undefined || fallback === '' ? examples?.[0] : fallback;
  return typeof example === 'string' ? `, such as "${example}"` : '';
}

function described(schemas: readonly JsonSchema[]): string {
  const [description, another] = new Set(schemas.map((schema) => schema.description));
  return description === undefined || another !== undefined ? '' : ` (${description})`;
}

/** The word that was nearly written, or the quotes that turn it into another word. */
function hint(schemas: readonly JsonSchema[], value: unknown): string {
  if (typeof value === 'string' && kindsOf(schemas).includes(value)) return `; write \`{ kind: ${value} }\``;
  const words = [...schemas.flatMap(constants), ...kindsOf(schemas)];
  const takesBooleans = schemas.some(({ type, const: only }) => type === 'boolean' && only !== false);
  const takesNumbers = schemas.some(({ minimum, const: only }) => minimum !== undefined || only === 1);
  if (value === false && words.includes('off')) return '; did you mean "off"?';
  if (typeof value !== 'string') return '';
  if (takesBooleans && /^(?:true|false)$/.test(value)) return '; remove the quotes';
  if (takesBooleans && /^(?:yes|on|y)$/i.test(value)) return '; did you mean true?';
  if (takesBooleans && /^(?:no|off|n)$/i.test(value)) return '; did you mean false?';
  if (takesNumbers && /^[0-9]+$/.test(value)) return '; remove the quotes';
  const [key] = /^[A-Za-z]+(?=[: ])/.exec(value) ?? [];
  if (key !== undefined && schemas.some(({ properties = {} }) => Object.hasOwn(properties, key))) {
    return '; put ": " between key and value';
  }
  return suggestion(
    value,
    words.filter((word) => typeof word === 'string'),
  );
}

function isRemovable(path: Path, input: unknown, value: unknown): boolean {
  const key = path.at(-1);
  return (
    value === null &&
    typeof key === 'string' &&
    !schemasAt(path.slice(0, -1), input).some(({ required }) => required?.includes(key))
  );
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
