import type { Shape } from '../../api/definitions';
import { quantity } from '../../api/quantity';
import { SERVER_DEFAULTS } from '../../facts/defaults';
import type { Identity } from '../../manifests/identity';
import { isList, isMap, mapOf, textsOf, type Value, type ValueMap } from '../../manifests/value';
import type { Field } from '../change';

/** An object as the API server keeps it, as far as that says the same in another way: a Secret's `stringData` are `data`. */
export function canonicalObject(object: ValueMap, { group, kind }: Identity): ValueMap {
  if (group !== '' || kind !== 'Secret' || object.stringData === undefined) return object;
  const { stringData, ...rest } = object;
  const encoded = Object.entries(textsOf(stringData)).map(
    ([key, text]) => [key, Buffer.from(text).toString('base64')] as const,
  );
  return { ...rest, data: { ...mapOf(object.data), ...Object.fromEntries(encoded) } };
}

/** A map without what says nothing: null, which is absence to Go, and what the API server would write itself. */
export function canonicalMap(map: ValueMap, shape: Shape | undefined): ValueMap {
  if (shape === undefined) return map;
  const defaults = SERVER_DEFAULTS[shape.name ?? ''] ?? NONE;
  return Object.fromEntries(
    Object.entries(map).filter(
      ([key, value]) => value !== null && !(key in defaults && defaults[key] === value),
    ),
  );
}

const NONE: Readonly<Record<string, unknown>> = {};

export function canonicalScalar(value: Value | undefined, shape: Shape | undefined): Value | undefined {
  if (shape?.name === 'resource.Quantity') return quantity(value) ?? value;
  return value;
}

/** What the API server drops: an empty list, or an empty map that says nothing by being there. */
export function isNothing(value: Value | undefined, field: Field): boolean {
  if (value === undefined || value === null) return true;
  if (isList(value)) return value.length === 0;
  return isMap(value) && Object.keys(value).length === 0 && !MEANT.has(field.at(-1) ?? '');
}

/** Empty maps that mean something. */
const MEANT: ReadonlySet<string> = new Set(['emptyDir', 'podSelector', 'namespaceSelector']);
