import { fieldText, type Change } from '../change';
import type { Verdict } from '../risk/risk';
import type { Shown } from './masks';

/** A verdict and what it is about, as people may read it. */
export interface Told {
  readonly verdict: Verdict;
  readonly values: Shown;
}

/**
 * What two verdicts have in common that are told once. The same change of fifty runners, or of one in three environments, differs
 * in their names and in checksums of what holds them.
 */
export function sameness(told: Told, places: ReadonlySet<string>): string {
  const { risk, change, field } = told.verdict;
  const { kind } = change.head ?? change.base;
  return JSON.stringify([risk.id, kind, field && fieldText(field.field), ...unnamed(told, places)]);
}

/** All that is said of one object but for its name. */
export function wording({ verdict, values }: Told): string {
  return JSON.stringify([verdict.message, ...values]);
}

/** Names of all namespaces in which something is told. */
export function placesOf(verdicts: readonly Verdict[]): ReadonlySet<string> {
  return new Set(verdicts.flatMap(({ change }) => namespacesOf(change)));
}

/** A name that stays what it was is no part of the change; one that becomes another is all of it. */
function unnamed({ verdict, values }: Told, places: ReadonlySet<string>): readonly (string | undefined)[] {
  const { message, change, field } = verdict;
  const own = new Set([...namespacesOf(change), ...namesOf(change)]);
  const isNote = field?.field.some((step) => step === 'annotations' || step === 'labels') ?? false;
  const [before, after] = values.map((value) => new Set(value?.match(WORD)));
  const stays = (word: string): boolean =>
    places.has(word) && before?.has(word) === true && after?.has(word) === true;
  const clear = (text: string | undefined): string | undefined =>
    isNote && CHECKSUM.test(text ?? '')
      ? '#'
      : text?.replace(MASKED, '#').replace(WORD, (word) => (own.has(word) || stays(word) ? '*' : word));
  return [clear(message), ...values.map(clear)];
}

const WORD = /[\w-]+/g;
/** Each secret has a number of its own. */
const MASKED = /\bhidden \d+\b/g;
/** As `shown` prints it. */
const CHECKSUM = /^"(?:sha\d+[:-])?(?=[a-f]*\d)[0-9a-f]{6,64}"$/;

function namespacesOf(change: Change): readonly string[] {
  return bothOf(change).map(({ kind, name, namespace }) => (kind === 'Namespace' ? name : namespace));
}

function namesOf(change: Change): readonly string[] {
  return bothOf(change).map(({ name }) => name);
}

function bothOf({ base, head }: Change): readonly NonNullable<Change['head']>[] {
  return [base, head].filter((manifest) => manifest !== undefined);
}
