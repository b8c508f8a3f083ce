import type { Definitions } from '../../api/definitions';
import { addTo, groupBy } from '../../manifests/groups';
import type { Manifest } from '../../manifests/manifest';
import { isList, isMap, type Value } from '../../manifests/value';
import type { Change } from '../change';
import { compare } from './compare';

/** What came and what went; two of a kind that are alike but for their name are one that was renamed. */
export function pairRenames(
  removed: readonly Manifest[],
  added: readonly Manifest[],
  definitions: Definitions,
): readonly Change[] {
  const pairs = pairsOf(removed, added);
  const renamed = new Set(pairs.values());
  return [
    ...added.map((head): Change => {
      const base = pairs.get(head);
      if (base === undefined) return { is: 'added', head, fields: [] };
      return { is: 'renamed', base, head, fields: compare(base, head, definitions) };
    }),
    ...removed
      .filter((base) => !renamed.has(base))
      .map((base): Change => ({ is: 'removed', base, fields: [] })),
  ];
}

/** How much two objects must have in common: of what either says. */
const ALIKE = 0.8;
/** How much if their names differ in a hash alone, as of a ConfigMap that gets a new name with each content. */
const ALIKE_BUT_HASH = 0.4;
/** What stands in more objects of a kind than these tells nothing about any of them. */
const COMMON = 20;

/** The old object of each new one that is a renamed one, the likest pairs first. */
function pairsOf(removed: readonly Manifest[], added: readonly Manifest[]): ReadonlyMap<Manifest, Manifest> {
  const pairs = new Map<Manifest, Manifest>();
  const old = groupBy(removed, typeOf);
  for (const [type, heads] of groupBy(added, typeOf)) {
    const taken = new Set<Manifest>();
    for (const { base, head } of candidates(old.get(type) ?? [], heads)) {
      if (pairs.has(head) || taken.has(base)) continue;
      pairs.set(head, base);
      taken.add(base);
    }
  }
  return pairs;
}

interface Candidate {
  readonly base: Manifest;
  readonly head: Manifest;
  readonly likeness: number;
}

/** Only objects that share something rare are compared, so that many against many stays near to linear. */
function candidates(bases: readonly Manifest[], heads: readonly Manifest[]): readonly Candidate[] {
  const old = bases.map((base) => ({ base, leaves: leavesOf(base) }));
  const holders = new Map<string, (typeof old)[number][]>();
  for (const one of old) for (const saying of sayings(one.base, one.leaves)) addTo(holders, saying, one);
  const found = heads.flatMap((head): readonly Candidate[] => {
    const leaves = leavesOf(head);
    const shared = [...sayings(head, leaves)].map((saying) => holders.get(saying) ?? []);
    const near = new Set(shared.filter((list) => list.length <= COMMON).flat());
    return [...near].map((one) => ({ base: one.base, head, likeness: likenessOf(one.leaves, leaves) }));
  });
  return found
    .filter(({ base, head, likeness }) => likeness >= (isOfStem(base, head) ? ALIKE_BUT_HASH : ALIKE))
    .sort((a, b) => b.likeness - a.likeness);
}

function isOfStem(base: Manifest, head: Manifest): boolean {
  const [one, other] = [stemOf(base.name), stemOf(head.name)];
  return one !== undefined && one === other;
}

/** What stands before a hash, which has a digit; undefined where there is none. */
function stemOf(name: string): string | undefined {
  return /^(.+)-(?=[a-z]*\d)[a-z0-9]{5,64}$/.exec(name)?.[1];
}

/** The values of an object by their paths. */
interface Leaves {
  readonly values: ReadonlyMap<string, Value>;
  /** Texts that have its own name in them, such as labels, addresses and scripts, with a sign in its place. */
  readonly own: ReadonlyMap<string, string>;
}

function likenessOf(one: Leaves, other: Leaves): number {
  const paths = new Set([...one.values.keys(), ...other.values.keys()]);
  const alike = [...paths].filter((path) => {
    const [left, mine] = [one.values.get(path), one.own.get(path)];
    if (left === undefined) return false;
    return left === other.values.get(path) || (mine !== undefined && mine === other.own.get(path));
  });
  return alike.length / paths.size;
}

function* sayings({ name }: Manifest, { values, own }: Leaves): Generator<string> {
  const stem = stemOf(name);
  if (stem !== undefined) yield `stem ${stem}`;
  for (const [path, value] of values) yield `${path}=${JSON.stringify(value)}`;
  for (const [path, text] of own) if (path !== '/metadata/name') yield `${path}~${text}`;
}

function leavesOf({ object, name }: Manifest): Leaves {
  const values = new Map<string, Value>();
  const own = new Map<string, string>();
  const word = new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`, 'g');
  const visit = (value: Value, path: string): void => {
    if (isList(value)) for (const [index, item] of value.entries()) visit(item, `${path}/${String(index)}`);
    else if (isMap(value)) for (const [key, inside] of Object.entries(value)) visit(inside, `${path}/${key}`);
    else {
      values.set(path, value);
      if (typeof value === 'string' && name !== '' && value.includes(name))
        own.set(path, value.replace(word, OWN));
    }
  };
  visit(object, '');
  return { values, own };
}

const OWN = '\0';

function escaped(text: string): string {
  return text.replace(/[\\^$.|?+*()[\]{}]/g, '\\$&');
}

function typeOf({ identity: { group, kind, namespace } }: Manifest): string {
  return `${group}/${kind}/${namespace}`;
}
