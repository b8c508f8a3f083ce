import { pathText, type Path } from '../config/fault';
import { leavesBelow, type ImportFault, type Leaf, type Source } from './leaf';

/**
 * What `--set a=b,c.d=e` says, as Helm reads it: commas between assignments, dots and `[0]` in names, a backslash before
 * a sign that means itself, `{x,y}` for a list. (helm.sh/helm/v3/pkg/strvals)
 */
export function setFlag(text: string): Source | readonly ImportFault[] {
  const place = { file: '--set' };
  try {
    const leaves = splitOutside(text, ',', true).flatMap((assignment): Leaf[] => {
      const [path, value] = assigned(assignment);
      return leavesBelow(value, path).map(([at, part]) => ({
        path: at,
        value: part,
        told: pathText(at),
        place,
      }));
    });
    return { name: '--set', leaves, isFile: false };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ place, told: '', message: error.message }];
  }
}

/** What stands behind a `=` may be a secret, and so may what has none: neither is ever told. */
function assigned(text: string): readonly [Path, unknown] {
  const [name = '', ...rest] = splitOutside(text, '=', false);
  if (rest.length === 0 || name.trim() === '')
    throw new RangeError('Cannot read this: expected NAME=VALUE with commas between, such as "a.b=c,d=e"');
  return [pathOf(name.trim()), valueOf(text.slice(name.length + 1))];
}

function pathOf(name: string): Path {
  return splitOutside(name, '.', false).flatMap((part): Path => {
    const match = /^((?:\\.|[^\\[])*)((?:\[[0-9]{1,4}\])*)$/s.exec(part);
    const key = unescaped(match?.[1] ?? '');
    if (match === null || key === '' || key === '__proto__')
      throw new RangeError(
        'Cannot read a name: expected keys with dots between, and "[0]" for the place in a list',
      );
    return [key, ...Array.from((match[2] ?? '').matchAll(/[0-9]+/g), ([digits]) => Number(digits))];
  });
}

function valueOf(text: string): unknown {
  if (text.startsWith('{') && !text.endsWith('}'))
    throw new RangeError(
      'Cannot read a list: expected "}" at its end, as in "a={x,y}", and quotes of the shell',
    );
  if (text.startsWith('{') && text.endsWith('}')) {
    const inside = text.slice(1, -1);
    return inside === '' ? [] : splitOutside(inside, ',', false).map((item) => scalar(unescaped(item)));
  }
  return scalar(unescaped(text));
}

/** Helm makes numbers and booleans of what looks so, but for numbers that begin with a zero. */
function scalar(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^(?:0|-?[1-9][0-9]{0,14})$/.test(text) ? Number(text) : text;
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

/** Parts between signs that no backslash and, where braces count, no brace keeps together. */
function splitOutside(text: string, sign: string, braces: boolean): string[] {
  const parts = [''];
  let isInside = false;
  for (const [token] of text.matchAll(/\\?./gs)) {
    const last = parts.length - 1;
    // Helm opens a list only right behind the sign of the assignment.
    if (braces && token === '{' && parts[last]?.endsWith('=') === true) isInside = true;
    if (braces && token === '}') isInside = false;
    if (token === sign && !isInside) parts.push('');
    else parts[last] = `${parts[last] ?? ''}${token}`;
  }
  return parts;
}
