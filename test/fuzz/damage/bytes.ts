import type { Damage } from './dice';

/** A byte order mark, and text in another encoding than UTF-8. */
export const encoding: Damage = (text, dice) =>
  dice.pick([
    () => `\ufeff${text}`,
    () => `\ufeff\ufeff${text}`,
    () => `${text}\ufeff`,
    () => Buffer.from(`\ufeff${text}`, 'utf16le'),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    () => Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from(text, 'utf8')]),
    () => Buffer.from(`${text}# é`, 'latin1'),
  ])();

/** Bytes of any value, alone or in the middle of a good text. */
export const randomBytes: Damage = (text, dice) => {
  const junk = Buffer.from(Array.from({ length: 1 + dice.below(200) }, () => dice.below(256)));
  if (dice.oneIn(2)) return junk;
  const good = Buffer.from(text, 'utf8');
  const at = dice.below(good.length + 1);
  return Buffer.concat([good.subarray(0, at), junk.subarray(0, 1 + dice.below(4)), good.subarray(at)]);
};

const SIGNS = Array.from('{}[]:,-?&*!|>\'"%@`# \n\ta1~<=.');

/** Signs that mean something to YAML, in any order. */
export const randomSigns: Damage = (text, dice) => {
  const signs = Array.from({ length: 1 + dice.below(30) }, () => dice.pick(SIGNS));
  if (dice.oneIn(2)) return signs.join('');
  const at = dice.below(text.length + 1);
  return text.slice(0, at) + signs.join('') + text.slice(at);
};
