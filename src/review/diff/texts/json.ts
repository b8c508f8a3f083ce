import { isList, isMap, mapOf, textOf, type Value, type ValueMap } from '../../../manifests/value';

/** What a text of JSON means; undefined for what is no map and no list in JSON. */
export function jsonIn(text: string): Value | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return meaningOf(JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/** Statements of a policy and rules of a lifecycle are keyed by what they are called, and their words are sets. */
function meaningOf(value: Value): Value {
  if (isMap(value) && isList(value.Statement))
    return { ...value, Statement: keyed(value.Statement.map(statement), 'Sid') };
  if (isMap(value) && isList(value.Rules)) return { ...value, Rules: keyed(value.Rules, 'ID') };
  return value;
}

/** By name where each item has one, else in the order of what they say. */
function keyed(items: readonly Value[], name: string): Value {
  const names = items.map((item) => textOf(mapOf(item)[name]));
  const isNamed = names.every((one) => one !== undefined) && new Set(names).size === names.length;
  if (!isNamed)
    return [...items].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return Object.fromEntries(items.map((item, index) => [`[${names[index] ?? ''}]`, item]));
}

/** One word alone is the same as a list of it. (AWS, IAM policy elements) */
function statement(value: Value): Value {
  if (!isMap(value)) return value;
  const sets = SETS.filter((name) => value[name] !== undefined).map((name) => [
    name,
    words(value[name] ?? null),
  ]);
  return { ...value, ...(Object.fromEntries(sets) as ValueMap) };
}

const SETS = ['Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal'];

function words(value: Value): Value {
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, words(inside)]));
  return [...new Set(isList(value) ? value : [value])].sort();
}
