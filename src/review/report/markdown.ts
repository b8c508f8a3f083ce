import { objectName } from '../../manifests/identity';
import { groupBy } from '../../manifests/groups';
import { plural } from '../../findings/report';
import { CLASSES, MEANINGS, type RiskClass } from '../risk/classes';
import { affectedText, fieldText, foldersText, namesOf, subjectOf } from './affected';
import { gateLines } from './gate-text';
import type { Entry, ReviewReport } from './report';

/** For a comment in a merge request; GitLab and GitHub cut or refuse what is much longer. */
export const LONGEST = 60_000;

/**
 * Counts first, then each class, worst first. What does not fit is told shorter: first what is routine, then all in a line each,
 * then one line for each row of risks. No class is left out.
 */
export function reviewAsMarkdown(report: ReviewReport, longest = LONGEST): string {
  const head = [
    `## Review: ${code(report.base)} → ${code(report.head)}`,
    '',
    ...gateLines(report),
    '',
    ...table(report),
  ];
  for (const style of STYLES) {
    const text = [...head, ...sections(report, style)].join('\n');
    if (text.length < longest) return `${text}\n`;
  }
  return `${head.join('\n')}\n`;
}

interface Style {
  /** Lines of one entry of a class. */
  readonly entry: (entry: Entry) => readonly string[];
  readonly routine: 'entries' | 'count';
  /** One line for all entries of a row of risks. */
  readonly folded: boolean;
}

const STYLES: readonly Style[] = [
  { entry: whole, routine: 'entries', folded: false },
  { entry: whole, routine: 'count', folded: false },
  { entry: line, routine: 'count', folded: false },
  { entry: line, routine: 'count', folded: true },
];

const FOLDED_FIRST: readonly RiskClass[] = ['ROUTINE', 'NO-OP'];

function table({ counts }: ReviewReport): readonly string[] {
  if (counts.size === 0) return ['No object changes.'];
  const rows = CLASSES.filter((name) => counts.has(name)).map(
    (name) => `| ${name} | ${String(counts.get(name))} | ${MEANINGS[name]} |`,
  );
  return ['| class | objects | what it means |', '|---|--:|---|', ...rows];
}

function sections({ entries }: ReviewReport, style: Style): readonly string[] {
  const byClass = groupBy(entries, ({ risk }) => risk.class);
  return CLASSES.flatMap((name) => {
    const own = byClass.get(name) ?? [];
    if (own.length === 0) return [];
    const isFolded = FOLDED_FIRST.includes(name);
    if (isFolded && style.routine === 'count')
      return ['', `**${name}**: ${plural(own.length, 'change')}, not shown here`];
    const lines = style.folded ? foldedLines(own) : own.flatMap(style.entry);
    const open = isFolded ? '<details>' : '<details open>';
    return ['', open, `<summary><b>${name}</b>: ${MEANINGS[name]}</summary>`, '', ...lines, '', '</details>'];
  });
}

function whole(entry: Entry): readonly string[] {
  const { message, instead, field, objects, folders, affected, risk } = entry;
  const more = objects.length - MOST_SHOWN;
  const names = objects.slice(0, MOST_SHOWN).map((object) => code(objectName(object)));
  return [
    `- **${names.join(', ')}**${more > 0 ? ` and ${String(more)} more` : ''}${escaped(foldersText(folders))}: ${escaped(message)} (${risk.id})`,
    ...(field === '' ? [] : [`  - ${fieldText(entry, { field: code, value: code })}`]),
    ...(affected.length === 0 ? [] : [`  - ${escaped(affectedText(affected))}`]),
    ...(instead === undefined ? [] : [`  - instead: ${escaped(instead)}`]),
  ];
}

function line(entry: Entry): readonly string[] {
  const { message, risk, field } = entry;
  const where = field === '' ? '' : ` ${code(field)}`;
  return [`- ${escaped(subjectOf(entry))}${where}: ${escaped(message)} (${risk.id})`];
}

function foldedLines(entries: readonly Entry[]): readonly string[] {
  return [...groupBy(entries, ({ risk }) => risk.id)].map(([id, own]) => {
    const objects = own.flatMap((entry) => entry.objects);
    return `- ${id}: ${plural(own.length, 'change')} of ${escaped(namesOf(objects))}: ${escaped(own[0]?.risk.change ?? '')}`;
  });
}

const MOST_SHOWN = 10;

/** Text may hold backticks: a fence of more of them encloses it. */
function code(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** What Markdown or HTML would read as its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~@]/g, (character) => ESCAPES[character] ?? `\\${character}`);
}

/** `@` calls people by name. */
const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '@': '&#64;', '|': '&#124;' };
