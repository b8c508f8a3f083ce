/** Enough of a value to recognize it, on one line. Text may stand in the wrong place, so it is cut. */
export function shown(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return kindOf(value);
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 4)}…"` : text;
}

const LONGEST = 80;

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
