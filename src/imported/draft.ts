import type { Path } from '../config/fault';
import { keyOf, type Leaf } from './leaf';
import { at, type Target } from './row';

/** One key of the new configuration, and who says it. */
export interface Drafted {
  readonly target: Target;
  readonly leaf: Leaf;
}

/** The new configuration while it is put together. What was said first stays. */
export class Draft {
  private readonly said = new Map<string, Drafted>();

  /** Undefined where it was taken; else the value that stands there already. */
  add(target: Target, leaf: Leaf): Drafted | undefined {
    const key = target.isItem === true ? keyOf([...target.path, ...leaf.path]) : keyOf(target.path);
    const before = this.said.get(key);
    if (before === undefined) this.said.set(key, { target, leaf });
    return before === undefined || same(before.target.value, target.value) ? undefined : before;
  }

  /** Who says what a path holds, or a part of it, or what it is a part of. */
  at(path: Path): readonly Drafted[] {
    return [...this.said.values()].filter(({ target }) =>
      target.path.slice(0, path.length).every((part, index) => part === path[index]),
    );
  }

  remove(leaf: Leaf): void {
    for (const [key, drafted] of this.said) if (drafted.leaf === leaf) this.said.delete(key);
  }

  value(): Table {
    const root: Table = {};
    for (const { target } of this.said.values()) place(root, target);
    return root;
  }
}

/** A map of the configuration while it grows. */
export type Table = Record<string, unknown>;

function place(root: Table, { path, value, isItem }: Target): void {
  const parents = path.slice(0, -1);
  let inside = root;
  for (const [index, part] of parents.entries()) inside = below(inside, part, path[index + 1]);
  const last = String(path.at(-1));
  const there = inside[last];
  const items: readonly unknown[] = Array.isArray(there) ? there : [];
  inside[last] = isItem === true ? [...items, value] : value;
}

/** The map or list at a key, which is made where there is none. */
function below(table: Table, key: string | number, next: string | number | undefined): Table {
  const there = table[key];
  if (typeof there === 'object' && there !== null) return there as Table;
  const made = typeof next === 'number' ? [] : {};
  table[key] = made;
  return made;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What may be left out, so that the rest still is a system: each has a default that works. */
export function isOptional(path: Path): boolean {
  return OPTIONAL.some((optional) => optional.every((part, index) => part === path[index]));
}

const OPTIONAL = ['runners.0.settings', 'runners.0.jobs.image', 'runners.0.image', 'store.image'].map(
  (text) => at(text),
);
