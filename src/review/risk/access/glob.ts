/**
 * Whether a glob takes all that another one takes. `*` stands for any text, or, where there is a separator, for any text without
 * it, and `**` for any. Sure of what it takes; of two that both have brackets or braces it may say no.
 */
export function globCovers(wide: string, narrow: string, separator = ''): boolean {
  if (wide === narrow || wide === '*') return true;
  return expressionOf(wide, separator).test(
    narrow.replaceAll('**', ANY).replaceAll('*', separator === '' ? ANY : PART),
  );
}

/** Whether some text may be taken by both. */
export function globsMeet(one: string, other: string, separator = ''): boolean {
  const areGlobs = [one, other].every((glob) => /[*?[{]/.test(glob));
  return areGlobs || globCovers(one, other, separator) || globCovers(other, one, separator);
}

/** Stand for the stars of the narrow one, which only stars of the wide one take. */
const ANY = '\u0000';
const PART = '\u0001';

function expressionOf(glob: string, separator: string): RegExp {
  const star = separator === '' ? '[^]*' : `[^${separator}${ANY}]*`;
  const tokens = glob.match(/\*\*|[^]/gu) ?? [];
  let depth = 0;
  const text = tokens.map((token) => {
    if (token === '**') return '[^]*';
    if (token === '*') return star;
    if (token === '?') return `[^${separator}${ANY}${PART}]`;
    if (token === '{') depth++;
    if (token === '{') return '(?:';
    if (token === ',' && depth > 0) return '|';
    if (token === '}' && depth-- > 0) return ')';
    return token.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  });
  return new RegExp(`^${text.join('')}${')'.repeat(Math.max(depth, 0))}$`, 'u');
}
