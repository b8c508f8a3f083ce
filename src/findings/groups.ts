import { objectName } from '../manifests/identity';
import { SEVERITIES, type Finding } from './finding';

/** What is told once, of one place or of many. */
export interface Told {
  readonly first: Finding;
  readonly others: readonly Finding[];
}

/** What is told under one heading: an object, a file, or that there are many objects. */
export interface Group {
  readonly heading: string;
  readonly told: readonly Told[];
}

/** Worst first, and within that in the order of the files. */
export function groupsOf(findings: readonly Finding[]): readonly Group[] {
  const sorted = [...findings].sort((a, b) => rankOf(a) - rankOf(b));
  const told = gathered(sorted, ({ check, severity, message, remedy }) =>
    JSON.stringify([check, severity, message, remedy]),
  ).map(toldOf);
  return gathered(told, headingOf).map((group) => ({ heading: headingOf(group[0]), told: group }));
}

function toldOf([first, ...others]: Some<Finding>): Told {
  return { first, others };
}

function headingOf({ first, others }: Told): string {
  const headings = new Set([first, ...others].map(subjectOf));
  return headings.size === 1 ? subjectOf(first) : `${String(headings.size)} objects`;
}

export function subjectOf({ object, file }: Finding): string {
  return object === undefined ? file : objectName(object);
}

function rankOf({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

type Some<Item> = readonly [Item, ...Item[]];

/** Items with the same key, where the first of them stands. */
function gathered<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Some<Item>[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
