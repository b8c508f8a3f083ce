import { plural } from '../../findings/report';
import type { Entry, ShownField } from './report';

/** What happens. Where no field shows in what the objects differ, that of the first one. */
export function messageOf({ message, field, isAlike }: Entry): string {
  return isAlike && field === '' ? `${message}${ALIKE}` : message;
}

/** `spec.replicas: 1 → 3`, where nothing is `absent`; empty for an object as a whole. */
export function fieldText({ field, before, after, isAlike }: Entry, show: Show): string {
  if (field === '') return '';
  return `${changeText({ field, before, after }, show)}${isAlike ? ALIKE : ''}`;
}

/** A line for each field, as `fieldText` has it; those beyond the first few are counted. */
export function fieldLines(entry: Entry, show: Show): readonly string[] {
  const more = entry.others.length - MOST_OTHERS;
  return [
    ...(entry.field === '' ? [] : [fieldText(entry, show)]),
    ...entry.others.slice(0, MOST_OTHERS).map((one) => changeText(one, show)),
    ...(more > 0 ? [`and ${plural(more, 'more field')}`] : []),
  ];
}

interface Show {
  readonly field: (text: string) => string;
  readonly value: (text: string) => string;
}

function changeText({ field, before, after }: ShownField, show: Show): string {
  const [old, now] = [before, after].map((text) => (text === undefined ? 'absent' : show.value(text)));
  const values = before === undefined && after === undefined ? '' : `: ${String(old)} → ${String(now)}`;
  return `${show.field(field)}${values}`;
}

const ALIKE = ', and alike in the others';
const MOST_OTHERS = 3;
