import { createHash } from 'node:crypto';
import { groupBy } from '../../../manifests/groups';
import { escapedXml } from '../../../text/xml';
import { CLASSES, MEANINGS, type RiskClass } from '../../risk/classes';
import { gateLines } from '../gate-text';
import type { Entry, ReviewReport } from '../report';
import { entryAsHtml } from './entry';
import { SCRIPT } from './script';
import { PAGE_STYLE } from './style';
import { runnersBy, type Runners } from './runners';

/** One page that needs nothing else: no network, no font, no other file. Without scripts it shows everything and filters nothing. */
export function reviewAsHtml(report: ReviewReport, picture: string): string {
  const runners = runnersBy(report);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hashOf(SCRIPT)}'">`,
    `<title>Review: ${escapedXml(report.base)} → ${escapedXml(report.head)}</title>`,
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
    ...header(report),
    ...filters(report, runners),
    ...pictured(picture),
    '<main>',
    ...sections(report, runners),
    '<p id="none" hidden>Nothing is like that. <button type="button" id="clear">Show all</button></p>',
    '</main>',
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Only this script may run, whatever a name in the manifests looks like. */
function hashOf(script: string): string {
  return createHash('sha256').update(script).digest('base64');
}

function header(report: ReviewReport): readonly string[] {
  const { base, head, gate } = report;
  const [verdict = '', ...more] = gateLines(report);
  return [
    '<header>',
    `<h1>Review: <code>${escapedXml(base)}</code> → <code>${escapedXml(head)}</code></h1>`,
    `<p class="verdict ${gate.passes ? 'passes' : 'fails'}">${escapedXml(verdict)}</p>`,
    ...more.map((line) => `<p>${escapedXml(line)}</p>`),
    ...(report.counts.size === 0 ? ['<p>No object changes.</p>'] : []),
    '</header>',
  ];
}

function filters({ entries }: ReviewReport, runners: Runners): readonly string[] {
  if (entries.length === 0) return [];
  const namespaces = entries.flatMap(({ objects }) => objects.map(({ namespace }) => namespace));
  const names = entries.flatMap(({ objects }) => objects.flatMap((object) => runners(object)));
  const byClass = groupBy(entries, ({ risk }) => risk.class);
  const boxes = CLASSES.filter((name) => byClass.has(name));
  return [
    '<form id="filters" aria-label="Filter">',
    '<fieldset><legend>Classes</legend>',
    ...boxes.map(
      (name) =>
        `<label class="${name}" title="${escapedXml(MEANINGS[name])}"><input type="checkbox" name="class" value="${name}" checked> ${name} <b>${String(byClass.get(name)?.length ?? 0)}</b></label>`,
    ),
    '</fieldset>',
    ...choice('namespace', namespaces),
    ...choice('runner', names),
    ...choice(
      'folder',
      entries.flatMap(({ folders }) => folders),
    ),
    '<label>Text <input type="search" name="text" placeholder="press / to search"></label>',
    '<output id="shown"></output>',
    '<span class="keys"><kbd>/</kbd> search · <kbd>j</kbd> <kbd>k</kbd> next, before · <kbd>Enter</kbd> open · <kbd>e</kbd> open all shown · <kbd>p</kbd> picture</span>',
    '</form>',
  ];
}

function choice(name: string, values: readonly string[]): readonly string[] {
  const all = [...new Set(values)].filter((value) => value !== '').sort();
  if (all.length === 0) return [];
  const options = all.map((value) => `<option>${escapedXml(value)}</option>`);
  return [
    `<label>${name} <select name="${name}"><option value="">all</option>${options.join('')}</select></label>`,
  ];
}

function pictured(picture: string): readonly string[] {
  if (picture === '') return [];
  return [
    '<details class="picture" id="picture"><summary>Picture: who talks to whom, who has which Secret, and what of it changes</summary>',
    '<div class="frame" role="region" aria-label="Picture" tabindex="0">',
    picture,
    '</div>',
    '</details>',
  ];
}

function sections({ entries }: ReviewReport, runners: Runners): readonly string[] {
  const byClass = groupBy(entries, ({ risk }) => risk.class);
  return CLASSES.flatMap((name) => sectionOf(name, byClass.get(name) ?? [], runners));
}

function sectionOf(name: RiskClass, entries: readonly Entry[], runners: Runners): readonly string[] {
  if (entries.length === 0) return [];
  return [
    `<section class="${name}">`,
    `<h2>${name} <small>${escapedXml(MEANINGS[name])}</small></h2>`,
    ...entries.map((entry) => entryAsHtml(entry, runners)),
    '</section>',
  ];
}
