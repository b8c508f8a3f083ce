/** Enough of a value to recognize it, on one line. Text may stand in the wrong place, so it is cut. */
export function shown(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return kindOf(value);
  const text = JSON.stringify(value).replace(INVISIBLE, escaped);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 4).replace(HALF, '')}…"` : text;
}

const LONGEST = 80;
/** What ends or turns a line, cannot be seen, or is a space but not the usual one, where JSON lets it stand. */
const INVISIBLE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
const CONTROL = /\p{Cc}/gu;
/** Of a character that was cut. */
const HALF = /\p{Surrogate}$/u;

/** Text for a terminal, which would obey some characters; a tab becomes a space, so that columns hold. */
export function visible(text: string): string {
  return text.replaceAll('\t', ' ').replace(CONTROL, escaped).replace(INVISIBLE, escaped);
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A key, as it stands in a path. */
export function shownKey(key: string): string {
  return shown(key).slice(1, -1);
}

/** `"a", "b"` */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}

/** What a value is, where it may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null) return 'an empty value';
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return NAMES_OF_TYPES[typeof value] ?? 'a map';
}

const NAMES_OF_TYPES: Readonly<Record<string, string>> = {
  string: 'this text',
  number: 'this number',
};

/** Faults of one file that are told. Nobody reads on, and for each the right key is looked for. */
export const MOST_TOLD = 1000;
