import type { Value } from '../../manifests/value';
import { shown } from '../../text/shown';
import type { Verdict } from '../risk/risk';

/** What stood there and what stands there, as people may read it. */
export function shownValues({ field, change }: Verdict): readonly [string | undefined, string | undefined] {
  if (field === undefined) return [undefined, undefined];
  const isSecret = (change.head ?? change.base).kind === 'Secret' && field.field[0] === 'data';
  const show = (value: Value | undefined): string | undefined => {
    if (value === undefined) return undefined;
    if (isSecret) return '"***"';
    return typeof value === 'object' ? shown(JSON.stringify(value)) : shown(value);
  };
  return [show(field.before), show(field.after)];
}
