import type { SealTarget } from '../model/seal-targets';
import { opensAt, sealLabel, type SealedEntries, type SealedEntry } from '../model/sealed';
import { quoted } from '../text/shown';
import type { SealingKey } from './certificate';
import { sealedValue } from './sealed-value';
import type { SealValues } from './values';

export interface Sealing {
  readonly key: SealingKey;
  readonly values: SealValues;
  /** What was sealed before. */
  readonly before: SealedEntries;
  /** Seal also what fits already. */
  readonly replace: boolean;
  /** 32 bytes that nobody can guess, others each time. */
  readonly sessionKey: () => Uint8Array;
}

export interface Sealed {
  readonly entries: SealedEntries;
  /** What became of each Secret, by what it is for. */
  readonly outcomes: ReadonlyMap<string, SealOutcome>;
}

/** `without`: nobody has given its values yet, or they were sealed for another place. */
export type SealOutcome = 'added' | 'replaced' | 'kept' | 'left' | 'without' | 'removed';

/**
 * Seals the values that were given, and keeps the ciphertext that is there: no two of one value are the same, so a second
 * run would change all of it for nothing.
 *
 * @throws RangeError for half of what belongs together.
 */
export function seal(targets: readonly SealTarget[], sealing: Sealing): Sealed {
  const { before } = sealing;
  const entries: Record<string, SealedEntry> = {};
  const outcomes = new Map<string, SealOutcome>();
  for (const group of groupsOf(targets)) {
    const outcomeOf = judge(group, sealing);
    for (const target of group) {
      const [old, outcome] = [before[target.for], outcomeOf(target)];
      const isNew = outcome === 'added' || outcome === 'replaced';
      const entry = isNew ? entryOf(target, sealing) : old;
      if (entry !== undefined) entries[target.for] = entry;
      outcomes.set(target.for, outcome);
    }
  }
  for (const name of Object.keys(before)) if (!outcomes.has(name)) outcomes.set(name, 'removed');
  return { entries, outcomes };
}

/** Secrets with the same values: a runner's own and its copy beside MinIO are sealed together, or the two would differ. */
function groupsOf(targets: readonly SealTarget[]): readonly (readonly SealTarget[])[] {
  const groups = new Map<string, SealTarget[]>();
  for (const target of targets) {
    const names = Object.keys(target.keys).join();
    groups.set(names, [...(groups.get(names) ?? []), target]);
  }
  return [...groups.values()];
}

function judge(
  group: readonly SealTarget[],
  { values, before, replace }: Sealing,
): (target: SealTarget) => SealOutcome {
  const fits = (target: SealTarget): boolean => isFit(before[target.for], target);
  if (!isGiven(group, values)) return (target) => (fits(target) ? 'left' : 'without');
  if (!replace && group.every(fits)) return () => 'kept';
  return (target) => (before[target.for] === undefined ? 'added' : 'replaced');
}

function isGiven([target]: readonly SealTarget[], values: SealValues): boolean {
  const { keys = {}, optionalKeys = {} } = target ?? {};
  const absent = Object.keys(keys).filter((name) => !values.has(name));
  const given = [...Object.keys(keys), ...Object.keys(optionalKeys)].filter((name) => values.has(name));
  if (absent.length > 0 && given.length > 0) {
    throw new RangeError(
      `Missing ${quoted(absent)} beside ${quoted(given)}: expected all values of a Secret at once, as they are sealed together`,
    );
  }
  return given.length > 0;
}

function isFit(entry: SealedEntry | undefined, target: SealTarget): boolean {
  return (
    entry !== undefined &&
    opensAt(entry, target) &&
    entry.rotation === target.rotation &&
    Object.values(target.keys).every((key) => entry.values[key] !== undefined)
  );
}

function entryOf(target: SealTarget, { key, values, sessionKey }: Sealing): SealedEntry {
  const { scope, namespace, secret, keys, optionalKeys } = target;
  const sealed = Object.entries({ ...keys, ...optionalKeys }).flatMap(([name, dataKey]) => {
    const value = values.get(name);
    if (value === undefined) return [];
    return [[dataKey, sealedValue(value, key.publicKey, sealLabel(target), sessionKey())] as const];
  });
  return {
    ...{ secret, namespace, scope, certificate: key.fingerprint },
    ...(target.rotation === undefined ? {} : { rotation: target.rotation }),
    values: Object.fromEntries(sealed),
  };
}
