import { firstOf } from '../../../text/first-of';

/** Patterns that must all take their part: of a destination the cluster and the namespace. */
export type Patterns = readonly string[];

/** What allows most comes first. */
export function kindsTexts(kinds: readonly Patterns[], where: string): readonly string[] {
  if (kinds.length === 0) return [];
  const sorted = [...kinds].sort((one, other) => weightOf(one) - weightOf(other));
  return [`${firstOf(sorted.map(kindText), MOST)} ${where}`];
}

/** Patterns, then rights and keys, then all else. */
function weightOf([group = '', kind = '']: Patterns): number {
  if (/[*?[{]/.test(group + kind)) return 0;
  return group === 'rbac.authorization.k8s.io' || (group === '' && kind === 'Secret') ? 1 : 2;
}

function kindText([group = '', kind = '', name = '*']: Patterns): string {
  const kinds = kind === '*' ? 'all kinds' : kind;
  const text =
    group === ''
      ? `core ${kinds}`
      : kinds === 'all kinds' && group === '*'
        ? kinds
        : `${kinds} of "${group}"`;
  return name === '*' ? text : `${text} called "${name}"`;
}

/** `the repositories "a", "b" and 2 more` */
export function namesTexts(what: string, names: readonly Patterns[]): readonly string[] {
  if (names.length === 0) return [];
  const plural = what.replace(/y$/, 'ie');
  const quoted = names.map(([name = '']) => `"${name}"`);
  return [`${names.length === 1 ? what : `${plural}s`} ${firstOf(quoted, MOST)}`];
}

/** What is told of one list. */
export const MOST = 3;
