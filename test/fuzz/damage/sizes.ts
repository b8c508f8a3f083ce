import type { Damage } from './dice';
import { marked } from './tree';

const LIMIT = 2 ** 17;

/** Ten megabytes of something, or just as much as is read. Both take long, so they are rare; `bounds.test.ts` has the latter. */
export const longText: Damage = (text, dice) => {
  const part = dice.pick([
    '# comment\n',
    '\n',
    ' ',
    `${text}\n`,
    'a: 1\n',
    '- x\n',
    '[',
    '"',
    'x',
    '\u00e9',
    '---\n',
  ]);
  const length = dice.oneIn(1000) ? LIMIT - text.length : dice.oneIn(25) ? 10_000_000 : 3000;
  const filling = part.repeat(Math.max(0, Math.floor(length / part.length)));
  return dice.oneIn(2) ? text + filling : filling + text;
};

/** A value, a key or a comment of one very long line. */
export const longLine: Damage = (text, dice) => {
  const length = dice.pick([1000, 1025, 20_000, 100_000]);
  const long = dice.pick(['a', 'a/', 'a.', '-', '1', 'é', ' ', '\\\\', 'a=']).repeat(length).slice(0, length);
  const ways = [
    () => marked(text, dice, () => `"${long}"`),
    () => marked(text, dice, () => long),
    () => `${text}\n${long}: 1\n`,
    () => `${text}\n"${long}": 1\n`,
    () => `# ${long}\n${text}`,
    () => `${text}\n? ${long}\n`,
  ];
  return dice.pick(ways)();
};

/** Maps and lists inside of each other. */
export const deepNesting: Damage = (text, dice) => {
  const depth = dice.pick([20, 59, 60, 61, 100, 1000, 10_000]);
  const [open, close] = dice.pick([
    ['[', ']'],
    ['{a: ', '}'],
    ['[', ''],
    ['- ', ''],
    ['[{a: ', '}]'],
    ['? ', ''],
    ['!a [', ']'],
    ['&a [', ']'],
  ] as const);
  const deep = `${open.repeat(depth)}x${close.repeat(depth)}`;
  return dice.oneIn(2)
    ? marked(text, dice, () => deep)
    : dice.pick([deep, `${deep}\n${text}`, `${text}\nx: ${deep}\n`, blocks(depth)]);
};

/** Each level in a line of its own, as far as that stays short. */
function blocks(depth: number): string {
  return Array.from({ length: Math.min(depth, 400) }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
}
