import { secretOfName, secretsIn } from '../../findings/secret-text';
import { isList, isMap, textOf, type Value } from '../../manifests/value';
import { shown } from '../../text/shown';
import type { Change, Field, FieldChange } from '../change';
import { excerpts } from './excerpts';

/** What stood there and what stands there, as people may read it; undefined: nothing. */
export type Shown = readonly [before: string | undefined, after: string | undefined];

/** Shows values without any secret. The same secret looks the same wherever it stands in one report, and no two look alike. */
export class Masks {
  private readonly numbers = new Map<string, number>();

  shown(field: FieldChange, change: Change): Shown {
    const isSecret = (change.head ?? change.base).kind === 'Secret' && HIDDEN.has(field.field[0] ?? '');
    const masked = (value: Value | undefined): Value | undefined => {
      if (value === undefined) return undefined;
      const hidden = isSecret ? this.all(value) : this.some(value, nameOf(field.field));
      return typeof hidden === 'object' ? JSON.stringify(hidden) : hidden;
    };
    const [before, after] = excerpts(masked(field.before), masked(field.after));
    return [before, after].map((value) => (value === undefined ? undefined : shown(value))) as [
      string | undefined,
      string | undefined,
    ];
  }

  /** Everything but the keys. */
  private all(value: Value): Value {
    if (isList(value)) return value.map((item) => this.all(item));
    if (isMap(value))
      return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, this.all(inside)]));
    return this.mask(String(value));
  }

  /** What is a secret by its shape, or by the name that it has. */
  private some(value: Value, name: string): Value {
    if (typeof value === 'string') return isSecretText(name, value) ? this.mask(value) : value;
    if (isList(value)) return value.map((item) => this.some(item, ''));
    if (!isMap(value)) return value;
    const own = textOf(value.name) ?? '';
    return Object.fromEntries(
      Object.entries(value).map(([key, inside]) => [key, this.some(inside, key === 'value' ? own : key)]),
    );
  }

  private mask(text: string): string {
    const number = this.numbers.get(text) ?? this.numbers.size + 1;
    this.numbers.set(text, number);
    return `hidden ${String(number)}`;
  }
}

/** Fields of a Secret with values. */
const HIDDEN: ReadonlySet<string> = new Set(['data', 'stringData']);

/** An argument may be an option with its value. */
function isSecretText(name: string, value: string): boolean {
  return secretOfName(name, value) !== undefined || secretsIn(value).length > 0;
}

/** `env[PASSWORD].value` is called PASSWORD. */
function nameOf(field: Field): string {
  const [last = '', before = ''] = [field.at(-1), field.at(-2)];
  return last === 'value' && before.startsWith('[') ? before.slice(1, -1) : last;
}
