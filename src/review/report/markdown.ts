import { groupBy } from '../../manifests/groups';
import { plural } from '../../findings/report';
import { firstOf } from '../../text/first-of';
import { CLASSES, MEANINGS, type RiskClass } from '../risk/classes';
import { affectedText, foldersText, someOf, subjectOf } from './affected';
import { fieldLines, messageOf } from './fields';
import { gateLines } from './gate-text';
import type { Entry, ReviewReport } from './report';
import { shortened } from './shortened';

/** For a comment in a merge request; GitLab and GitHub cut or refuse what is much longer. */
export const LONGEST = 60_000;

/**
 * Counts first, then each class, worst first. What does not fit is told shorter, the mildest class first: each entry in a line, then
 * one line for each row of risks; of what is routine only how much there is. No class is left out.
 */
export function reviewAsMarkdown(report: ReviewReport, longest = LONGEST): string {
  const { base, head, entries } = report;
  const start = [
    `## Review: ${code(base)} → ${code(head)}`,
    '',
    ...gateLines(report),
    '',
    ...table(report),
    '',
  ];
  const text = start.join('\n');
  const byClass = groupBy(entries, ({ risk }) => risk.class);
  const parts = CLASSES.map((name) => formsOf(name, byClass.get(name) ?? []));
  return `${text}${shortened(parts, longest - text.length).join('')}`;
}

function table({ counts }: ReviewReport): readonly string[] {
  if (counts.size === 0) return ['No object changes.'];
  const rows = CLASSES.filter((name) => counts.has(name)).map(
    (name) => `| ${name} | ${String(counts.get(name))} | ${MEANINGS[name]} |`,
  );
  return ['| class | objects | what it means |', '|---|--:|---|', ...rows];
}

/** A class as a section of its own, from the longest to the shortest. */
function formsOf(name: RiskClass, entries: readonly Entry[]): readonly string[] {
  if (entries.length === 0) return [];
  const isCalm = CALM.includes(name);
  const section = (lines: readonly string[]): string =>
    [
      ...['', isCalm ? '<details>' : '<details open>'],
      `<summary><b>${name}</b>: ${MEANINGS[name]}</summary>`,
      ...['', ...lines, '', '</details>', ''],
    ].join('\n');
  const all = section(entries.flatMap(whole));
  if (isCalm) return [all, `\n**${name}**: ${plural(entries.length, 'change')}, not shown here\n`];
  return [all, section(entries.flatMap(line)), section(foldedLines(entries))];
}

const CALM: readonly RiskClass[] = ['ROUTINE', 'NO-OP'];

function whole(entry: Entry): readonly string[] {
  const { instead, names, folders, affected, risk } = entry;
  return [
    `- **${firstOf(names.map(code), MOST_SHOWN)}**${escaped(foldersText(folders))}: ${escaped(messageOf(entry))} (${risk.id})`,
    ...fieldLines(entry, { field: code, value: code }).map((text) => `  - ${text}`),
    ...(affected.length === 0 ? [] : [`  - ${escaped(affectedText(affected))}`]),
    ...(instead === undefined ? [] : [`  - instead: ${escaped(instead)}`]),
  ];
}

function line(entry: Entry): readonly string[] {
  const { risk, field } = entry;
  const where = field === '' ? '' : ` ${code(field)}`;
  return [`- ${escaped(subjectOf(entry))}${where}: ${escaped(messageOf(entry))} (${risk.id})`];
}

function foldedLines(entries: readonly Entry[]): readonly string[] {
  return [...groupBy(entries, ({ risk }) => risk.id)].map(([id, own]) => {
    return `- ${id}: ${plural(own.length, 'change')} of ${escaped(someOf([...new Set(own.flatMap(({ names }) => names))]))}: ${escaped(own[0]?.risk.change ?? '')}`;
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
