import { fieldText, type Change, type FieldChange } from '../change';
import type { Verdict } from '../risk/risk';
import type { Shown } from './masks';

/** A verdict and what it is about, as people may read it. */
export interface Told {
  readonly verdict: Verdict;
  /** Of its fields, in their order. */
  readonly values: readonly Shown[];
}

/**
 * What two verdicts have in common that are told once. The same change of fifty runners, or of one in three environments, differs
 * in their names and in checksums of what holds them.
 */
export function sameness(told: Told, places: ReadonlySet<string>): string {
  const { risk, change, about: [field] = [] } = told.verdict;
  const { kind } = change.head ?? change.base;
  // An annotation means the same on every kind. What is routine is told object by object.
  const isOfAnyKind = risk.class !== 'ROUTINE' && field?.field[0] === 'metadata' && isNote(field);
  return JSON.stringify([risk.id, isOfAnyKind ? '' : kind, ...unnamed(told, places)]);
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
  const { message, details = [], change, about = [] } = verdict;
  const [names, namespaces] = [new Set(namesOf(change)), new Set(namespacesOf(change))];
  const clear = (text: string | undefined, isPlace = (word: string): boolean => namespaces.has(word)) =>
    text?.replace(MASKED, '#').replace(WORD, (word) => (names.has(word) ? '*' : isPlace(word) ? '%' : word));
  const ofField = (one: FieldChange, index: number): readonly (string | undefined)[] => {
    const shown = values[index] ?? [];
    const [before, after] = shown.map((value) => new Set(value?.match(WORD)));
    const isPlace = (word: string): boolean =>
      namespaces.has(word) || (places.has(word) && before?.has(word) === true && after?.has(word) === true);
    const cleared = shown.map((value) =>
      isNote(one) && CHECKSUM.test(value ?? '') ? '#' : clear(value, isPlace),
    );
    return [fieldText(one.field), ...cleared];
  };
  const texts = [message, ...details].map((text) => clear(text));
  return [...texts, ...about.flatMap(ofField)];
}

function isNote({ field }: FieldChange): boolean {
  return field.some((step) => step === 'annotations' || step === 'labels');
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
