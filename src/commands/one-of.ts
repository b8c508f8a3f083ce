import { suggestion } from '../text/closest';
import { quoted } from '../text/shown';

/** The word that an option has; throws a `RangeError` for any other. */
export function oneOf<Word extends string>(option: string, words: readonly Word[], text: string): Word {
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  throw new RangeError(
    `Cannot use ${option} "${text}": expected one of ${quoted(words)}${suggestion(text, words)}`,
  );
}
