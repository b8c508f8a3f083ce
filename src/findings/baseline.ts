import { at, isMap, listOf, textOf, type Value } from '../manifests/value';
import type { Finding } from './finding';
import { keyOf, subjectOf, type Subject } from './fingerprint';

/** What somebody began with and has not mended yet. */
export interface BaselineEntry extends Subject {
  /** How many findings of this subject there were. */
  readonly count: number;
}

export interface Sifted {
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries that match fewer findings than they say; `count` is by how many. */
  readonly stale: readonly BaselineEntry[];
}

/** Parts what a baseline names from what is new. */
export function sift(findings: readonly Finding[], baseline: readonly BaselineEntry[]): Sifted {
  const left = new Map<string, BaselineEntry>();
  for (const entry of baseline) {
    const count = entry.count + (left.get(keyOf(entry))?.count ?? 0);
    left.set(keyOf(entry), { ...entry, count });
  }
  const [fresh, known]: [Finding[], Finding[]] = [[], []];
  for (const finding of findings) {
    const key = keyOf(subjectOf(finding));
    const entry = left.get(key);
    if (entry === undefined || entry.count === 0) fresh.push(finding);
    else {
      known.push(finding);
      left.set(key, { ...entry, count: entry.count - 1 });
    }
  }
  return { fresh, known, stale: [...left.values()].filter(({ count }) => count > 0) };
}

/** One entry a line, in order, so that a review sees what goes and what comes. */
export function baselineText(findings: readonly Finding[]): string {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const subject = subjectOf(finding);
    const count = (entries.get(keyOf(subject))?.count ?? 0) + 1;
    entries.set(keyOf(subject), { ...subject, count });
  }
  const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => JSON.stringify(entry));
  return `{\n  "version": 1,\n  "findings": [${lines.map((line) => `\n    ${line}`).join(',')}\n  ]\n}\n`;
}

/** Throws a `RangeError` for what is no baseline. */
export function parseBaseline(value: Value, name: string): readonly BaselineEntry[] {
  const [version, entries] = [at(value, 'version'), at(value, 'findings')];
  if (version !== 1 || !Array.isArray(entries))
    throw new RangeError(
      `Cannot use baseline "${name}": expected "version: 1" and a list "findings", as --write-baseline writes them`,
    );
  return listOf(entries).map((entry, index) => {
    const [check, object, path] = ['check', 'object', 'path'].map((key) => textOf(at(entry, key)));
    const count = at(entry, 'count');
    const whole = isMap(entry) && check !== undefined && object !== undefined && path !== undefined;
    if (!whole || typeof count !== 'number' || !(count >= 1))
      throw new RangeError(
        `Cannot use findings[${String(index)}] of baseline "${name}": expected the texts "check", "object", "path" and a "count" of at least 1`,
      );
    return { check, object, path, count };
  });
}
