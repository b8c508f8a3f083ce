import { textOf } from '../../manifests/value';
import { fieldText, isBelow, type FieldChange } from '../change';
import type { Risk } from './risk';

type Shows = NonNullable<Risk['shows']>;
type Tells = NonNullable<Risk['tells']>;

/** Rows whose message says all that happens to some fields. */
export function telling(tells: Tells, rows: readonly Risk[]): readonly Risk[] {
  return rows.map((row) => ({ ...row, tells }));
}

/** Fields at these paths, as `isBelow` takes them, and below. */
export function below(...paths: readonly string[]): (change: FieldChange) => boolean {
  return ({ field }) => paths.some((path) => isBelow(field, path));
}

/** Rows that show some fields, unless others tell of them. */
export function showing(shows: Shows, rows: readonly Risk[]): readonly Risk[] {
  return rows.map((row) => ({ ...row, shows }));
}

/** Fields that say something like this by their names, or by what stood or stands there. */
export function saying(pattern: RegExp): Shows {
  return ({ fields }) => fields.filter((one) => pattern.test(wordsOf(one)));
}

function wordsOf({ field, before, after }: FieldChange): string {
  return [
    fieldText(field),
    ...[before, after].map((value) => textOf(value) ?? JSON.stringify(value ?? '')),
  ].join('\n');
}
