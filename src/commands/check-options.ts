import { CHECK_FAMILIES, RULES } from '../checks/catalog';
import { SEVERITIES, type Severity } from '../findings/finding';
import type { ListedRule } from '../findings/rule';
import { suggestion } from '../text/closest';
import { oneOf } from './one-of';

/** The rules that `--only` and `--skip` leave; throws a `RangeError` for a word that is no check and no family. */
export function chosenRules(only: readonly string[], skip: readonly string[]): readonly ListedRule[] {
  const [wanted, unwanted] = [wordsOf('--only', only), wordsOf('--skip', skip)];
  return RULES.filter((rule) => (wanted.length === 0 || names(wanted, rule)) && !names(unwanted, rule));
}

function names(words: readonly string[], { id, family }: ListedRule): boolean {
  return words.includes(id) || words.includes(family);
}

function wordsOf(option: string, values: readonly string[]): readonly string[] {
  const words = values.flatMap((value) => value.split(',')).map((word) => word.trim());
  const unknown = words.find((word) => !KNOWN.includes(word));
  if (unknown === undefined) return words;
  throw new RangeError(
    `Cannot use ${option} "${unknown}": there is no such check or family${suggestion(unknown, KNOWN)}; \`runner-cache check --list\` names all`,
  );
}

const KNOWN: readonly string[] = [...Object.keys(CHECK_FAMILIES), ...RULES.map(({ id }) => id)];

export function severityOf(text: string): Severity {
  return oneOf('--severity', SEVERITIES, text);
}

export const FORMATS = ['text', 'json', 'sarif', 'codequality'] as const;
export type Format = (typeof FORMATS)[number];

export function formatOf(text: string): Format {
  return oneOf('--format', FORMATS, text);
}
