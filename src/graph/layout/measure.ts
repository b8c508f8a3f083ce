/** How wide words become, in the widest of the fonts that a page may have. */
export const SIZES = { title: 14, small: 12.5 } as const;

export function titleWidth(text: string): number {
  return widthOf(text) * SIZES.title;
}

export function smallWidth(text: string): number {
  return widthOf(text) * SIZES.small * REGULAR;
}

/** Regular letters beside bold ones. */
const REGULAR = 0.93;

/** In the size of the font. A letter that is not in the table, as of another script, gets more room than it needs. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? (letter < '\u0250' ? 0.78 : 1.2);
  return width;
}

const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      ["ijlI.,:;!|' ", 0.39],
      ['frt()[]-/"', 0.5],
      ['abcdeghknopqsuvxyz0123456789', 0.72],
      ['mwMW@%', 1.1],
    ] as const
  ).flatMap(([letters, width]) => Array.from(letters).map((letter) => [letter, width] as const)),
);

/** Both ends of a long text: names that begin alike differ at their end. */
export function shortened(text: string, most: number): string {
  const letters = Array.from(text);
  if (letters.length <= most) return text;
  const half = (most - 1) / 2;
  return `${letters.slice(0, Math.ceil(half)).join('')}…${letters.slice(-Math.floor(half)).join('')}`;
}
