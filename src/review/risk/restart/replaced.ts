import { isBelow, type Change, type FieldChange } from '../../change';
import { hasPods, isMaker } from '../makers';
import { isForced } from '../subject';
import { holdOf } from './held';

/** Whether the pods of a workload that stays end, and others come. */
export function replacesPods(change: Change): boolean {
  const { is, base, head, fields } = change;
  if (is !== 'changed' || !isMaker(head) || !hasPods(base)) return false;
  if (isForced(head)) return fields.length > 0;
  return hasPods(head) && holdOf(head) === undefined && templateFields(change).length > 0;
}

/** What changes of the pods; annotations, which are mostly a hash of something else, come last. */
export function templateFields({ fields }: Change): readonly FieldChange[] {
  const own = fields.filter(({ field }) => isBelow(field, 'spec.template'));
  const isNote = ({ field }: FieldChange): boolean => field[3] === 'annotations';
  return [...own.filter((one) => !isNote(one)), ...own.filter(isNote)];
}
