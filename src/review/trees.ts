import type { Manifest } from '../manifests/manifest';
import { manifestsOf, type Manifests } from '../manifests/manifests';
import type { SourceFile } from '../manifests/source';

/** Two trees of manifests, without what can have no part in what their difference means. What is in both is the same `Manifest`. */
export interface Trees {
  readonly base: Manifests;
  readonly head: Manifests;
  /** Files that are the same in both, and have no part in it. */
  readonly far: readonly SourceFile[];
}

/**
 * Parses what differs, and of the rest what names a namespace or an object of it: most of a large tree is the same in both, and
 * to parse it takes longer than all else together.
 */
export function treesOf(base: readonly SourceFile[], head: readonly SourceFile[]): Trees {
  const texts = new Map(base.map(({ path, text }) => [path, text]));
  const same = head.filter(({ path, text }) => texts.get(path) === text);
  const paths = new Set(same.map(({ path }) => path));
  const changed = [base, head].map((files) => manifestsOf(files.filter(({ path }) => !paths.has(path))));
  const names = new Set(changed.flatMap(({ manifests }) => manifests.flatMap(namesOf)));
  const isNear = same.map(({ text }) => saysOneOf(text, names));
  const near = manifestsOf(same.filter((_, index) => isNear[index]));
  const [before, after] = changed.map((tree) => joined(tree, near));
  if (before === undefined || after === undefined) throw new Error('two trees make two');
  return { base: before, head: after, far: same.filter((_, index) => !isNear[index]) };
}

/** Where an object is, and, for what is in no namespace, what it is called. */
function namesOf({ identity, namespace, name }: Manifest): readonly string[] {
  return identity.kind === 'Namespace' || namespace === '' ? [name] : [namespace];
}

function saysOneOf(text: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  for (const [, name = ''] of text.matchAll(NAME)) if (names.has(name)) return true;
  return false;
}

/** Of an object, of its namespace, or of what it refers to. */
const NAME = /\b(?:name|namespace)["']?\s*:\s*["']?([\w.-]+)/g;

export function joined(changed: Manifests, near: Manifests): Manifests {
  return {
    manifests: [...changed.manifests, ...near.manifests],
    files: [...changed.files, ...near.files],
    faults: [...changed.faults, ...near.faults],
    strangers: [...changed.strangers, ...near.strangers],
    unread: [],
  };
}

/** What tells an object from all others, for a map. */
export function keyOf({ identity: { group, kind, namespace, name } }: Manifest): string {
  return `${group}/${kind}/${namespace}/${name}`;
}

/** Objects by their key; the last one counts, as it does when they are applied. */
export function byKey(manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  return new Map(manifests.map((manifest) => [keyOf(manifest), manifest]));
}
