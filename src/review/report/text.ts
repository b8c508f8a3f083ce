import { objectName, type Identity } from '../../manifests/identity';
import { CLASSES } from '../risk/classes';
import type { Entry, ReviewReport } from './report';

/** For a terminal: counts first, then each change, worst first. */
export function reviewAsText(report: ReviewReport): string {
  return [summaryOf(report), ...report.entries.map(entryText)].join('\n');
}

/** `1 DATA-LOSS, 2 RESTART` */
export function summaryOf({ counts }: ReviewReport): string {
  const told = CLASSES.filter((name) => counts.has(name)).map(
    (name) => `${String(counts.get(name))} ${name}`,
  );
  return `${told.length === 0 ? 'No object changes' : told.join(', ')}\n`;
}

function entryText({ risk, message, instead, field, before, after, objects, affected }: Entry): string {
  const values =
    before === undefined && after === undefined ? '' : `: ${before ?? 'absent'} → ${after ?? 'absent'}`;
  const lines = [
    `${risk.class}  ${namesOf(objects)}  (${risk.id})`,
    ...(field === '' ? [] : [`  ${field}${values}`]),
    `  ${message}`,
    ...(affected.length === 0 ? [] : [`  affected: ${namesOf(affected)}`]),
    ...(instead === undefined ? [] : [`  instead: ${instead}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function namesOf(objects: readonly Identity[]): string {
  const names = objects.slice(0, MOST_NAMED).map(objectName);
  const more = objects.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

const MOST_NAMED = 3;
