/**
 * Whether a pattern of Argo CD matches a whole text: `*`, `**`, `?`, `[a-z]`, `[!abc]`, `{one,other}`. Without a separator `*`
 * goes over everything, with one it stops there. A pattern that is none matches nothing, as there. (github.com/gobwas/glob 0.2.3)
 */
export function matches(pattern: string, text: string, separator: Separator = ''): boolean {
  if (!SPECIAL.test(pattern)) return pattern === text;
  if (pattern === '*' && separator === '') return true;
  return expressionOf(pattern, separator)?.test(text) ?? false;
}

/** Whether a pattern matches all that another one matches. Sure where it says so; of two with brackets or braces it may say no. */
export function globCovers(wide: string, narrow: string, separator: Separator = ''): boolean {
  return wide === narrow || matches(wide, standIn(narrow, separator), separator);
}

/** Whether some text may be matched by both. */
export function globsMeet(one: string, other: string, separator: Separator = ''): boolean {
  const areGlobs = [one, other].every((glob) => SPECIAL.test(glob));
  return areGlobs || globCovers(one, other, separator) || globCovers(other, one, separator);
}

export type Separator = '' | '/';

const SPECIAL = /[*?[{\\]/;
const TOKEN = /\\([^])|\*\*|\*|\?|\[(!?)([^\]]*)\]|[^]/g;

function expressionOf(pattern: string, separator: Separator): RegExp | undefined {
  const part = separator === '' ? '[^]*' : `[^${separator}${ANY}]*`;
  let depth = 0;
  let source = '';
  for (const [token, escaped, not, set] of pattern.matchAll(TOKEN)) {
    if (escaped !== undefined) source += literal(escaped);
    else if (set !== undefined) source += setOf(set, not === '!');
    else if (token === '**') source += '[^]*';
    else if (token === '*') source += part;
    else if (token === '?') source += `[^${separator}${ANY}${PART}]`;
    else if (token === '{') source += (depth++, '(?:');
    else if (token === '}' && depth > 0) source += (depth--, ')');
    else if (token === ',' && depth > 0) source += '|';
    else source += literal(token);
  }
  return depth === 0 ? new RegExp(`^${source}$`) : undefined;
}

function setOf(set: string, isNegated: boolean): string {
  const [, low, high] = /^([^])-([^])$/.exec(set) ?? [];
  const members = low === undefined || high === undefined ? literal(set) : `${literal(low)}-${literal(high)}`;
  return `[${isNegated ? `^${ANY}${PART}${ONE}` : ''}${members}]`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Signs of no text, each for what a pattern may stand for: any text, any without the separator, one sign. */
const ANY = '\u0000';
const PART = '\u0001';
const ONE = '\u0002';

/** A pattern as a text that only such patterns match which match all that it does. */
function standIn(pattern: string, separator: Separator): string {
  const signs: Readonly<Record<string, string>> = { '*': separator === '' ? ANY : PART, '?': ONE, '[': ONE };
  return pattern.replace(/\\([^])|\*\*|[*?]|\[[^\]]*\]|\{[^]*\}/g, (token: string, escaped?: string) =>
    token === '**' ? ANY : (escaped ?? signs[token.charAt(0)] ?? ANY),
  );
}
