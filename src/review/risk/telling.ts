import { isBelow } from '../change';
import type { Risk } from './risk';

/** Rows whose verdict says all that happens to the fields at these paths, as `isBelow` takes them, and below. */
export function telling(paths: readonly string[], rows: readonly Risk[]): readonly Risk[] {
  return rows.map((row) => ({ ...row, tells: ({ field }) => paths.some((path) => isBelow(field, path)) }));
}
