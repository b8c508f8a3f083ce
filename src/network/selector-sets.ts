import { at, isList, listOf, mapOf, textOf, type Value } from '../manifests/value';

/** Whether a label selector takes whatever another one takes; no if it is not sure. */
export function selectorCovers(wide: Value | undefined, narrow: Value | undefined): boolean {
  if (JSON.stringify(wide ?? {}) === JSON.stringify(narrow ?? {})) return true;
  const known = demandsByKey(narrow);
  const asked = conditionsOf(wide);
  return asked?.every((condition) => implies(known.get(condition.key) ?? NOTHING, condition)) === true;
}

/** Whether some labels may be taken by both; yes if it is not sure. */
export function selectorsMeet(one: Value | undefined, other: Value | undefined): boolean {
  const both = [...(conditionsOf(one) ?? []), ...(conditionsOf(other) ?? [])];
  return [...joined(both).values()].every(
    ({ isThere, isAbsent, among, besides }) =>
      !(isThere && isAbsent) && among?.every((value) => besides.includes(value)) !== true,
  );
}

interface Condition {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly Value[];
}

/** What all conditions on one label say together. */
interface Demand {
  readonly isThere: boolean;
  readonly isAbsent: boolean;
  /** Undefined: any value. */
  readonly among: readonly Value[] | undefined;
  readonly besides: readonly Value[];
}

const NOTHING: Demand = { isThere: false, isAbsent: false, among: undefined, besides: [] };

/** Undefined for what the API server refuses. */
function conditionsOf(selector: Value | undefined): readonly Condition[] | undefined {
  const { matchLabels, matchExpressions } = mapOf(selector);
  const labels = Object.entries(mapOf(matchLabels)).map(([key, value]): Condition => ({
    key,
    operator: 'In',
    values: [value],
  }));
  const expressions = listOf(matchExpressions).map(conditionOf);
  const known = expressions.filter((condition) => condition !== undefined);
  return known.length === expressions.length ? [...labels, ...known] : undefined;
}

function conditionOf(expression: Value): Condition | undefined {
  const [key, operator, values] = ['key', 'operator', 'values'].map((field) => at(expression, field));
  const name = textOf(key);
  if (name === undefined) return undefined;
  if (operator === 'Exists' || operator === 'DoesNotExist') return { key: name, operator, values: [] };
  if ((operator === 'In' || operator === 'NotIn') && isList(values)) return { key: name, operator, values };
  return undefined;
}

function demandsByKey(selector: Value | undefined): ReadonlyMap<string, Demand> {
  return joined(conditionsOf(selector) ?? []);
}

function joined(conditions: readonly Condition[]): ReadonlyMap<string, Demand> {
  const demands = new Map<string, Demand>();
  for (const { key, operator, values } of conditions) {
    const { isThere, isAbsent, among, besides } = demands.get(key) ?? NOTHING;
    demands.set(key, {
      isThere: isThere || operator === 'In' || operator === 'Exists',
      isAbsent: isAbsent || operator === 'DoesNotExist',
      among: operator === 'In' ? (among?.filter((value) => values.includes(value)) ?? values) : among,
      besides: operator === 'NotIn' ? [...besides, ...values] : besides,
    });
  }
  return demands;
}

/** `NotIn` takes what lacks the label, too. */
function implies({ isThere, isAbsent, among, besides }: Demand, { operator, values }: Condition): boolean {
  const left = among?.filter((value) => !besides.includes(value));
  switch (operator) {
    case 'Exists':
      return isThere;
    case 'DoesNotExist':
      return isAbsent;
    case 'In':
      return left?.every((value) => values.includes(value)) === true;
    case 'NotIn':
      return (
        isAbsent ||
        values.every((value) => besides.includes(value)) ||
        left?.every((value) => !values.includes(value)) === true
      );
  }
}
