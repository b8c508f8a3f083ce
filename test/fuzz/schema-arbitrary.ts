import fc, { type Arbitrary } from 'fast-check';
import { z } from 'zod';

/** Arbitraries by path, for what the schema alone cannot say. */
export type Leaves = Readonly<Record<string, Arbitrary<unknown>>>;

type Schema = z.core.$ZodType;

/**
 * What a schema accepts. A path is that of a key, with the `kind` of its map where there is a choice:
 * `store.storage(volume).size`, `runners[].name`. Throws where neither the schema nor a leaf knows what to make, so
 * that nobody adds a key without it.
 */
export function arbitraryOf(schema: Schema, leaves: Leaves, path = ''): Arbitrary<unknown> {
  const leaf = leaves[path];
  if (leaf !== undefined) return leaf;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
      return arbitraryOf(def.innerType, leaves, path);
    case 'object':
      return objectOf(def.shape, leaves, path);
    case 'union':
      return fc.oneof(
        ...def.options.map((option) => arbitraryOf(option, leaves, `${path}${choiceOf(option)}`)),
      );
    case 'array':
      return isNever(def.element)
        ? fc.constant([])
        : fc.array(arbitraryOf(def.element, leaves, `${path}[]`), {
            minLength: 1,
            maxLength: 3,
            size: 'xsmall',
          });
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numberOf(schema);
    case 'pipe':
      return textOf(def.in, path);
    default:
      throw new Error(`Cannot make values for "${path}": say how in test/fuzz/leaves.ts`);
  }
}

function objectOf(shape: Readonly<Record<string, Schema>>, leaves: Leaves, path: string): Arbitrary<unknown> {
  const keys = Object.entries(shape).map(
    ([key, schema]) => [key, arbitraryOf(schema, leaves, path === '' ? key : `${path}.${key}`)] as const,
  );
  const requiredKeys = Object.keys(shape).filter((key) => !takesNothing(shape[key]));
  return fc.record(Object.fromEntries(keys), { requiredKeys, noNullPrototype: true });
}

/** A key that may be left out; `kind` is said wherever there is a choice of them. */
function takesNothing(schema: Schema | undefined): boolean {
  return schema?._zod.optin === 'optional';
}

/** `(volume)` for a map whose `kind` says what it is. */
function choiceOf(schema: Schema): string {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type !== 'object') return '';
  const kind = (def.shape.kind as z.core.$ZodTypes | undefined)?._zod.def;
  return kind?.type === 'literal' ? `(${String(kind.values[0])})` : '';
}

function isNever(schema: Schema): boolean {
  return schema._zod.def.type === 'never';
}

function numberOf(schema: Schema): Arbitrary<number> {
  const { minValue, maxValue } = schema as z.ZodNumber;
  if (minValue === null || maxValue === null) throw new Error('Cannot make numbers without bounds');
  return fc.integer({ min: minValue, max: maxValue });
}

/** Text that a function judges; where it has a pattern, that says enough. */
function textOf(input: Schema, path: string): Arbitrary<string> {
  const pattern = z.globalRegistry.get(input)?.pattern;
  if (typeof pattern !== 'string') throw new Error(`Cannot make text for "${path}": say how in leaves.ts`);
  return fc.stringMatching(new RegExp(pattern), { maxLength: 80 });
}
