import { at, isList, isMap, listOf, mapOf, textOf, type Value } from '../manifests/value';
import { every, sure, type Certainty } from './certainty';

/** Labels as far as they are known before anything runs. */
export interface Labels {
  /** Undefined is the value of a label that is there, but whose value only the cluster knows. */
  readonly values: ReadonlyMap<string, string | undefined>;
  /** Whether there may be others. */
  readonly open: boolean;
}

export function labels(values: Readonly<Record<string, string>>): Labels {
  return { values: new Map(Object.entries(values)), open: false };
}

/** Whether a label selector, with `matchLabels` and `matchExpressions`, takes these labels; an empty one takes all. */
export function selects(selector: Value | undefined, labels: Labels): Certainty {
  const { matchLabels, matchExpressions } = mapOf(selector);
  return every([
    ...Object.entries(mapOf(matchLabels)).map(([key, value]) => isOneOf(labels, key, [value])),
    ...listOf(matchExpressions).map((expression) => holds(expression, labels)),
  ]);
}

/** The same of labels that are all known; a selector that the API server refuses takes nothing. */
export function takes(selector: Value | undefined, own: Readonly<Record<string, string>>): boolean {
  return selects(selector, labels(own)) === 'yes';
}

/** Whether a selector as Services have it, labels and values, takes these labels; an empty one takes none. */
export function selectsByLabels(selector: Value | undefined, labels: Labels): Certainty {
  const entries = Object.entries(mapOf(selector));
  return entries.length === 0 ? 'no' : every(entries.map(([key, value]) => isOneOf(labels, key, [value])));
}

/** Whether a selector takes everything: it has no condition. */
export function isEmptySelector(selector: Value | undefined): boolean {
  const { matchLabels, matchExpressions } = mapOf(selector);
  return Object.keys(mapOf(matchLabels)).length === 0 && listOf(matchExpressions).length === 0;
}

/** The keys that a selector asks for. */
export function keysOf(selector: Value | undefined): readonly string[] {
  const { matchLabels, matchExpressions } = mapOf(selector);
  return [
    ...Object.keys(mapOf(matchLabels)),
    ...listOf(matchExpressions).flatMap((expression) => textOf(at(expression, 'key')) ?? []),
  ];
}

/** What the API server refuses is `maybe`: somebody else says so. */
function holds(expression: Value, labels: Labels): Certainty {
  const key = textOf(at(expression, 'key'));
  const values = at(expression, 'values');
  if (!isMap(expression) || key === undefined) return 'maybe';
  switch (expression.operator) {
    case 'Exists':
      return exists(labels, key);
    case 'DoesNotExist':
      return not(exists(labels, key));
    case 'In':
      return isList(values) ? isOneOf(labels, key, values) : 'maybe';
    case 'NotIn':
      return isList(values) ? not(isOneOf(labels, key, values)) : 'maybe';
    default:
      return 'maybe';
  }
}

function exists({ values, open }: Labels, key: string): Certainty {
  if (values.has(key)) return 'yes';
  return open ? 'maybe' : 'no';
}

function isOneOf(labels: Labels, key: string, wanted: readonly Value[]): Certainty {
  const there = exists(labels, key);
  const value = labels.values.get(key);
  return there === 'yes' ? (value === undefined ? 'maybe' : sure(wanted.includes(value))) : there;
}

function not(answer: Certainty): Certainty {
  if (answer === 'maybe') return answer;
  return sure(answer === 'no');
}
