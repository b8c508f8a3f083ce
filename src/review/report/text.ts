import { paint, type Paint } from '../../findings/paint';
import { plural } from '../../findings/report';
import { groupBy } from '../../manifests/groups';
import { firstOf } from '../../text/first-of';
import { visible } from '../../text/shown';
import { CLASSES, MEANINGS, type RiskClass } from '../risk/classes';
import { affectedText, subjectOf } from './affected';
import { fieldLines, fieldText, messageOf } from './fields';
import { gateLines } from './gate-text';
import type { Entry, ReviewReport } from './report';

/** For a terminal: what may not pass and what each class has first, on one screen; then each change, worst first. */
export function reviewAsText(report: ReviewReport, colour: boolean): string {
  const painted = paint(colour);
  const byClass = groupBy(report.entries, ({ risk }) => risk.class);
  const sections = CLASSES.flatMap((name) => sectionOf(name, byClass.get(name) ?? [], painted));
  return [...gateLines(report).map(visible), '', ...overview(report, painted), ...sections].join('\n') + '\n';
}

/** `1 DATA-LOSS, 2 RESTART` */
export function summaryOf({ counts }: ReviewReport): string {
  const told = CLASSES.filter((name) => counts.has(name)).map(
    (name) => `${String(counts.get(name))} ${name}`,
  );
  return `${told.length === 0 ? 'No object changes' : told.join(', ')}\n`;
}

function overview({ counts }: ReviewReport, painted: Paint): readonly string[] {
  if (counts.size === 0) return ['No object changes.'];
  return CLASSES.filter((name) => counts.has(name)).map((name) => {
    const count = plural(counts.get(name) ?? 0, 'object');
    return `${colourOf(name, painted)(name.padEnd(WIDTH))}  ${count.padStart(13)}  ${painted.dim(MEANINGS[name])}`;
  });
}

const WIDTH = Math.max(...CLASSES.map(({ length }) => length));

function sectionOf(name: RiskClass, entries: readonly Entry[], painted: Paint): readonly string[] {
  if (entries.length === 0) return [];
  const lines = CALM.includes(name)
    ? [...groupBy(entries, subjectOf)].map(
        ([subject, same]) => `  ${visible(`${subject}: ${calmText(same)}`)}`,
      )
    : entries.flatMap((entry) => entryLines(entry, painted));
  return ['', colourOf(name, painted)(name), ...lines];
}

/** Nobody has to look at each of them. */
const CALM: readonly RiskClass[] = ['ROUTINE', 'NO-OP'];

/** Of one change all; of more that the same objects have, what and where. */
function calmText(entries: readonly Entry[]): string {
  const [first, ...more] = entries;
  if (first !== undefined && more.length === 0)
    return `${messageOf(first)}${first.field === '' ? '' : ` (${fieldText(first, PLAIN)})`}`;
  return [...groupBy(entries, messageOf)]
    .map(([message, same]) => `${message}${fieldsText(same)}`)
    .join('; ');
}

function fieldsText(entries: readonly Entry[]): string {
  const fields = [...new Set(entries.map(({ field }) => field))].filter((field) => field !== '');
  return fields.length === 0 ? '' : ` (${firstOf(fields, MOST_FIELDS)})`;
}

const MOST_FIELDS = 3;

const PLAIN = { field: (text: string): string => text, value: (text: string): string => text };

function entryLines(entry: Entry, painted: Paint): readonly string[] {
  const { risk, instead, affected } = entry;
  return [
    `  ${painted.bold(visible(subjectOf(entry)))}  ${painted.dim(risk.id)}`,
    ...[messageOf(entry), ...fieldLines(entry, PLAIN)].map((line) => `    ${visible(line)}`),
    ...(affected.length === 0 ? [] : [`    ${visible(affectedText(affected))}`]),
    ...(instead === undefined ? [] : [`    instead: ${visible(instead)}`]),
  ];
}

function colourOf(name: RiskClass, painted: Paint): (text: string) => string {
  const rank = CLASSES.indexOf(name);
  if (rank < CLASSES.indexOf('ACCESS')) return (text) => painted.severity('error', text);
  if (rank < CLASSES.indexOf('RESTART')) return (text) => painted.severity('warning', text);
  return CALM.includes(name) ? painted.dim : (text) => painted.severity('note', text);
}
