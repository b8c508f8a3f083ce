import type { Damage } from './dice';

/** Tabs: in the place of an indentation, behind a colon, at a line end. */
export const tabs: Damage = (text, dice) => {
  const ways = [
    () => text.replace(/^ +/gm, '\t'),
    () => text.replace(/: /g, ':\t'),
    () => text.replace(/$/gm, '\t'),
    () => text.replace(/^( *) {2}(?=\S)/gm, '$1\t'),
    () => atLine(text, dice.below(100), '\t'),
  ];
  return dice.pick(ways)();
};

function atLine(text: string, line: number, inserted: string): string {
  const lines = text.split('\n');
  const at = line % lines.length;
  return [...lines.slice(0, at), inserted + (lines[at] ?? ''), ...lines.slice(at + 1)].join('\n');
}

/** Line ends of Windows, of old Macs, of mainframes, and mixed ones. */
export const lineEnds: Damage = (text, dice) => {
  const end = dice.pick(['\r\n', '\r', '\n\r', '\u0085', '\u2028', '\f', '\v']);
  return dice.oneIn(2)
    ? text.replace(/\n/g, end)
    : text.replace(/\n/g, (found) => (dice.oneIn(4) ? end : found));
};

/** A file of which the end is missing. */
export const truncated: Damage = (text, dice) => text.slice(0, dice.below(text.length));

/** More than one document, or marks of one. */
export const severalDocuments: Damage = (text, dice) =>
  dice.pick([
    `${text}\n---\n${text}`,
    `---\n---\n${text}`,
    `${text}\n...\n`,
    `${text}\n...\njunk`,
    `%YAML 1.1\n---\n${text}`,
    `%TAG ! tag:x,2000:\n---\n${text}`,
    `${text}\n--- 1\n--- 2\n`,
    `---\n${text}\n...\n---\n`,
  ]);

/** Nothing that could be a configuration. */
export const nothing: Damage = (text, dice) =>
  dice.pick([
    '',
    '\n',
    '   ',
    '# only a comment\n',
    text.replace(/^/gm, '# '),
    '---\n',
    '...\n',
    `- ${text.replace(/\n/g, '\n  ')}`,
    '[]',
    '{}',
    'null',
    'true',
    '42',
    'hello',
    '"quoted"',
    '|\n  block\n',
    '? a\n',
    ':',
    '-',
    '%',
    '@',
    '`',
    '&a',
    '*a',
    '!',
  ]);
