/**
 * Whether a pattern of Argo CD matches a whole text: `*`, `**`, `?`, `[a-z]`, `[!abc]`, `{one,other}`. Without a separator `*`
 * goes over everything, with one it stops there. A pattern that is none matches nothing, as there. (github.com/gobwas/glob 0.2.3)
 */
export function matches(pattern: string, text: string, separator: '' | '/' = ''): boolean {
  if (!SPECIAL.test(pattern)) return pattern === text;
  if (pattern === '*' && separator === '') return true;
  return expressionOf(pattern, separator)?.test(text) ?? false;
}

const SPECIAL = /[*?[{\\]/;
const TOKEN = /\\([^])|\*\*|\*|\?|\[(!?)([^\]]*)\]|[^]/g;

function expressionOf(pattern: string, separator: string): RegExp | undefined {
  const one = separator === '' ? '[^]' : `[^${separator}]`;
  let depth = 0;
  let source = '';
  for (const [token, escaped, not, set] of pattern.matchAll(TOKEN)) {
    if (escaped !== undefined) source += literal(escaped);
    else if (set !== undefined) source += setOf(set, not === '!');
    else if (token === '**') source += '[^]*';
    else if (token === '*') source += `${one}*`;
    else if (token === '?') source += one;
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
  return `[${isNegated ? '^' : ''}${members}]`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
