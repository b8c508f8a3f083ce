import { quantity } from '../../api/quantity';
import type { Change, FieldChange } from '../change';
import { isMadeAnew } from './rejected/fixed';
import { typeOf } from './subject';

/** What becomes of the size that a claim asks for; undefined where it stays, or the claim is made anew. */
export function claimSizeOf({
  is,
  head,
  fields,
}: Change): { readonly field: FieldChange; readonly grows: boolean } | undefined {
  if (is !== 'changed' || typeOf(head) !== '/PersistentVolumeClaim' || isMadeAnew(head)) return undefined;
  const field = fields.find(({ field }) => field.join('.') === 'spec.resources.requests.storage');
  const [before, after] = [quantity(field?.before), quantity(field?.after)];
  if (field === undefined || before === undefined || after === undefined || before === after)
    return undefined;
  return { field, grows: after > before };
}
