import fc, { type Arbitrary } from 'fast-check';
import { isList, isMap, type Value, type ValueMap } from '../../../src/manifests/value';
import { OBJECTS } from './objects';

/** Two trees of which most is the same. */
export interface Pair {
  readonly base: readonly ValueMap[];
  readonly head: readonly ValueMap[];
}

/** Objects of which some are changed, some gone and some new. */
export const pairs: Arbitrary<Pair> = fc
  .array(
    fc.record({
      object: fc.constantFrom(...OBJECTS),
      fate: fc.constantFrom('kept', 'changed', 'changed', 'changed', 'gone', 'new', 'renamed'),
      dice: fc.array(fc.nat(), { minLength: 3, maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((entries) => ({
    base: entries.filter(({ fate }) => fate !== 'new').map(({ object }) => object),
    head: entries
      .filter(({ fate }) => fate !== 'gone')
      .map(({ object, fate, dice }) => {
        if (fate === 'changed') return mutated(object, dice) as ValueMap;
        return fate === 'renamed' ? renamed(object) : object;
      }),
  }));

function renamed(object: ValueMap): ValueMap {
  const { metadata } = object;
  return isMap(metadata) ? { ...object, metadata: { ...metadata, name: 'another' } } : object;
}

/** Walks down as the dice say, and changes what is there. What tells the object from others stays. */
function mutated(value: Value, dice: readonly number[], isRoot = true): Value {
  const [first = 0, ...rest] = dice;
  if (rest.length > 0 && isMap(value)) {
    const keys = Object.keys(value).filter((key) => !isRoot || !['apiVersion', 'kind'].includes(key));
    const key = keys[first % Math.max(1, keys.length)];
    if (key !== undefined) return { ...value, [key]: mutated(value[key] ?? null, rest, false) };
  }
  if (rest.length > 0 && isList(value) && value.length > 0)
    return value.map((item, index) => (index === first % value.length ? mutated(item, rest, false) : item));
  return CHANGES[first % CHANGES.length]?.(value) ?? null;
}

/** What may come in the place of a value, fit or not. */
const CHANGES: readonly ((value: Value) => Value)[] = [
  () => null,
  () => '',
  () => 0,
  () => -1,
  () => 'other',
  () => '10Gi',
  () => true,
  () => false,
  () => [],
  () => ({}),
  (value) => [value],
  (value) => ({ name: value }),
  (value) => (typeof value === 'number' ? value + 1 : `${JSON.stringify(value)}x`),
  (value) => (isList(value) ? [...value].reverse() : value),
  (value) => (isList(value) ? [...value, ...value] : value),
];
