import { judge } from '../config/parse';
import type { Path } from '../config/fault';
import { configText } from './config-text';
import { Draft, isOptional, type Drafted } from './draft';
import type { ImportFault, Leaf, Source, Spot } from './leaf';
import { entriesOf } from './read-values';
import { told, type Entry } from './entry';
import type { Target } from './row';
import { assigned } from './which-chart';

export interface Imported {
  /** A `runner-cache.yaml` that synthesizes; undefined where there are faults. */
  readonly text: string | undefined;
  /** What became of each value, in the order of the files. */
  readonly entries: readonly Entry[];
  readonly faults: readonly ImportFault[];
}

/** Values of Helm charts as one configuration; `chart` is that of values whose keys do not tell. */
export function importValues(sources: readonly Source[], chart: string | undefined): Imported {
  const parts = assigned(sources, chart);
  if (parts.faults.length > 0) return { text: undefined, entries: [], faults: parts.faults };
  const { entries, faults } = entriesOf(parts.assigned);
  const names = sources.map(({ name }) => name);
  const draft = new Draft();
  const drafted = inOrder(entries, draft);
  const refused = [...faults, ...drafted.flatMap(refusalOf)];
  const { faults: judged, entries: left } = judgedDraft(draft, drafted);
  const known = new Set(refused.map(({ place }) => place));
  const all = [...refused, ...judged.filter(({ place }) => !known.has(place))];
  const told = sorted(left, names, ({ leaf }) => leaf.place);
  if (all.length > 0)
    return { text: undefined, entries: told, faults: sorted(all, names, ({ place }) => place) };
  return { text: configText(draft.value(), names), entries: told, faults: [] };
}

/** In the order of the files, and of the lines in each. */
function sorted<Item>(
  items: readonly Item[],
  names: readonly string[],
  placeOf: (item: Item) => Spot,
): readonly Item[] {
  const rank = ({ file }: Spot): number => (names.includes(file) ? names.indexOf(file) : names.length);
  return [...items].sort((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return rank(one) - rank(other) || (one.line ?? 0) - (other.line ?? 0);
  });
}

/** What the runner says goes first: it is the runner that has to find its cache. */
function inOrder(entries: readonly Entry[], draft: Draft): readonly Entry[] {
  const taken = new Map<Entry, Entry>();
  const ranked = [...entries].sort((a, b) => rank(a) - rank(b));
  for (const entry of ranked) taken.set(entry, takenBy(entry, draft));
  return entries.map((entry) => taken.get(entry) ?? entry);
}

function rank({ family, leaf }: Entry): number {
  // Beside a whole `config.toml` the chart reads no other key of the runner's.
  if (leaf.told.includes('runners.configOverride: ')) return 0;
  return family === 'runner' ? 1 : 2;
}

function takenBy(entry: Entry, draft: Draft): Entry {
  const { verdict, leaf } = entry;
  for (const target of targetsOf(verdict)) {
    const before = draft.add(target, leaf);
    if (before !== undefined) return { ...entry, verdict: { kind: 'dropped', why: saidBefore(before) } };
  }
  return entry;
}

function targetsOf(verdict: Entry['verdict']): readonly Target[] {
  return 'to' in verdict ? (verdict.to ?? []) : [];
}

function saidBefore({ target, leaf }: Drafted): string {
  return `${told(target.path)} is what ${leaf.told} says already, and there is one of it`;
}

function refusalOf({ verdict, leaf }: Entry): readonly ImportFault[] {
  return verdict.kind === 'refused' ? [{ place: leaf.place, told: leaf.told, message: verdict.why }] : [];
}

interface JudgedDraft {
  readonly faults: readonly ImportFault[];
  readonly entries: readonly Entry[];
}

/** What the rules refuse, and may be left out, is left out; all else is a fault of the value that says it. */
function judgedDraft(draft: Draft, entries: readonly Entry[]): JudgedDraft {
  let left = entries;
  for (;;) {
    const { faults } = judge(draft.value());
    const reasons = new Map<Leaf, string>();
    for (const { path, message } of faults)
      for (const { leaf, target } of sayersOf(draft, path))
        if (isOptional(target.path)) reasons.set(leaf, message);
    if (reasons.size === 0) return { faults: faults.map((fault) => placed(fault, draft)), entries: left };
    for (const leaf of reasons.keys()) draft.remove(leaf);
    left = left.map((entry) => without(entry, reasons.get(entry.leaf)));
  }
}

function without(entry: Entry, why: string | undefined): Entry {
  return why === undefined ? entry : { ...entry, verdict: { kind: 'dropped', why } };
}

/** Of the value at fault; where nobody says it, of the nearest one above. */
function sayersOf(draft: Draft, path: Path): readonly Drafted[] {
  for (let length = path.length; length > 0; length -= 1) {
    const found = draft.at(path.slice(0, length));
    if (found.length > 0) return found;
  }
  return [];
}

function placed({ path, message }: { path: Path; message: string }, draft: Draft): ImportFault {
  if (path[0] === 'gitlab' && draft.at(['gitlab', 'url']).length === 0)
    return {
      place: { file: 'gitlabUrl' },
      told: '',
      message:
        'Cannot tell where GitLab is: no values say it; add `--set gitlabUrl=https://gitlab.example.com`',
    };
  const [sayer] = sayersOf(draft, path);
  return sayer === undefined
    ? { place: { file: told(path) }, told: '', message }
    : { place: sayer.leaf.place, told: sayer.leaf.told, message };
}
