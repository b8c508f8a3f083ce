import { objectName } from '../../../manifests/identity';
import { firstOf } from '../../../text/first-of';
import { escapedXml } from '../../../text/xml';
import { subjectOf } from '../affected';
import { messageOf } from '../fields';
import type { Entry, ShownField } from '../report';
import type { Runners } from './runners';

/** One change: a line, and the rest folded. Values come masked. */
export function entryAsHtml(entry: Entry, runners: Runners): string {
  const { risk, instead, details, field, isAlike, objects, names, folders, affected } = entry;
  const spaces = [...new Set(objects.map(({ namespace }) => namespace))];
  const near = [...new Set(objects.flatMap((object) => runners(object)))];
  // A message that every change of a field has says nothing without it.
  const said = risk.id === 'field-changed' ? ` ${escapedXml(field)}` : '';
  return [
    `<details class="entry" data-class="${risk.class}" data-namespaces="${list(spaces)}" data-runners="${list(near)}" data-folders="${list(folders)}">`,
    `<summary><b>${escapedXml(subjectOf(entry))}</b> <span>${escapedXml(messageOf(entry))}${said}</span> <code>${escapedXml(risk.id)}</code></summary>`,
    '<dl>',
    ...(instead === undefined ? [] : [row('Instead', escapedXml(instead))]),
    ...(details.length === 0 ? [] : [row('All', namesText(details))]),
    ...(field === '' ? [] : fieldRows(entry, isAlike ? ' (alike in the others)' : '')),
    ...entry.others.flatMap((one) => fieldRows(one, '')),
    ...(affected.length === 0 ? [] : [row('Affects', namesText(affected.map(objectName)))]),
    ...(names.length < 2 ? [] : [row('Objects', namesText(names))]),
    ...(folders.length < 2 ? [] : [row('Folders', folders.map(value).join(', '))]),
    row('Why', escapedXml(risk.why)),
    '</dl></details>',
  ].join('');
}

function fieldRows({ field, before, after }: ShownField, note: string): readonly string[] {
  return [
    row('Field', `<code>${escapedXml(field)}</code>`),
    ...(before === undefined && after === undefined
      ? []
      : [row('Before', value(before)), row('After', `${value(after)}${note}`)]),
  ];
}

function row(name: string, content: string): string {
  return `<dt>${name}</dt><dd>${content}</dd>`;
}

function value(text: string | undefined): string {
  return text === undefined ? '<i>absent</i>' : `<code>${escapedXml(text)}</code>`;
}

function namesText(names: readonly string[]): string {
  return firstOf(names.map(value), MOST_LISTED);
}

const MOST_LISTED = 200;

/** One a line, for the script. */
function list(words: readonly string[]): string {
  return escapedXml(words.join('\n'));
}
