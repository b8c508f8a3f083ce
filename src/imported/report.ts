import { visible } from '../text/shown';
import { told, type Entry } from './entry';
import type { ImportFault, Spot } from './leaf';

/** What became of each value: groups, and in each the order of the files. No value that may be a secret is in it. */
export function reportOf(entries: readonly Entry[]): string {
  const empty = entries.filter(({ verdict }) => verdict.kind === 'empty').length;
  return [
    group('Carried over', entries, 'carried'),
    group('Replaced', entries, 'replaced'),
    group('Not carried over', entries, 'dropped'),
    empty === 0 ? '' : `Empty, so ${empty === 1 ? 'it says' : 'they say'} nothing: ${String(empty)}\n`,
  ].join('');
}

/** In the order of the files too. */
export function faultsText(faults: readonly ImportFault[]): string {
  return faults
    .map(({ place, told: path, message }) =>
      visible([placeText(place), path, message].filter((part) => part !== '').join('  ')),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function group(title: string, entries: readonly Entry[], kind: Entry['verdict']['kind']): string {
  const rows = joined(entries.filter(({ verdict }) => verdict.kind === kind)).map(
    ({ entry, count }) => [placeText(entry.leaf.place), nameOf(entry, count), becomes(entry)] as const,
  );
  if (rows.length === 0) return '';
  const width = (index: 0 | 1): number =>
    Math.min(LONGEST, Math.max(...rows.map((row) => row[index].length)));
  const [first, second] = [width(0), width(1)];
  const lines = rows.map(([place, name, what]) =>
    visible(`  ${place.padEnd(first)}  ${name.padEnd(second)}  ${what}`),
  );
  return `${title}:\n${lines.join('\n')}\n`;
}

/** One long name should not push all others away. */
const LONGEST = 44;

interface Joined {
  readonly entry: Entry;
  readonly count: number;
}

/** Neighbours below one key that one row decides in the same way, such as all of `resources`. */
function joined(entries: readonly Entry[]): readonly Joined[] {
  return entries.reduce<readonly Joined[]>((lines, entry) => {
    const last = lines.at(-1);
    if (last === undefined || !isLike(last.entry, entry)) return [...lines, { entry, count: 1 }];
    return [...lines.slice(0, -1), { entry: last.entry, count: last.count + 1 }];
  }, []);
}

function isLike(one: Entry, other: Entry): boolean {
  return (
    one.row.endsWith('.**') &&
    one.row === other.row &&
    one.leaf.place.file === other.leaf.place.file &&
    groupOf(one) === groupOf(other) &&
    becomes(one) === becomes(other)
  );
}

/** How far a row says the path: `resources` of `resources.**`. */
function groupOf({ leaf, row }: Entry): string {
  const depth = row.split('.').length - 1;
  return leaf.path.slice(0, depth).join('.');
}

function nameOf(entry: Entry, count: number): string {
  if (count === 1) return entry.leaf.told;
  const inside = entry.leaf.path.slice(entry.row.split('.').length - 1).length;
  const parts = entry.leaf.told.split(/\.|(?=\[)/);
  const name = parts
    .slice(0, parts.length - inside)
    .join('.')
    .replaceAll('.[', '[');
  return `${name} (${String(count)} values)`;
}

function becomes({ verdict }: Entry): string {
  if (verdict.kind === 'carried')
    return `→ ${[...new Set(verdict.to.map(({ path }) => told(path)))].join(', ')}`;
  return verdict.kind === 'empty' ? '' : verdict.why;
}

function placeText({ file, line }: Spot): string {
  return line === undefined ? file : `${file}:${String(line)}`;
}
