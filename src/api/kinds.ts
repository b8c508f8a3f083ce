import { KUBERNETES_APIS, type Api } from '../facts/kubernetes';
import { addTo } from '../manifests/groups';
import type { KnownRelease } from './release';

/** Which kinds an API has, and by which names its definitions go. */
export interface Kinds {
  readonly groups: ReadonlySet<string>;
  /** By `apps/v1/Deployment`. */
  readonly definitions: ReadonlyMap<string, string>;
  /** By `apps/Deployment`, the best one last; of all kinds but lists. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
  /** Kinds of which nothing is known but that they exist. */
  readonly others: ReadonlySet<string>;
}

export function kindsOf(release: KnownRelease): Kinds {
  return KINDS[release]();
}

function read({ definitions, others }: Api): Kinds {
  const names = new Map<string, string>();
  const versions = new Map<string, string[]>();
  const groups = new Set(others.map((kind) => kind.slice(0, kind.indexOf('/'))));
  for (const [name, definition] of Object.entries(definitions)) {
    for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
      names.set(`${group}/${version}/${kind}`, name);
      groups.add(group);
      addTo(versions, `${group}/${kind}`, version);
    }
  }
  for (const [group = '', version = '', kind = ''] of others.map((key) => key.split('/'))) {
    if (!kind.endsWith('List')) addTo(versions, `${group}/${kind}`, version);
  }
  for (const all of versions.values()) all.sort(byAge);
  return { groups, definitions: names, versions, others: new Set(others) };
}

/** Older ones first: `v1alpha2`, `v1beta1`, `v1`. */
export function byAge(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}

function rank(version: string): number {
  if (version.includes('alpha')) return 0;
  return version.includes('beta') ? 1 : 2;
}

/** Read when first asked for, as most runs need one of them. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

const KINDS: Readonly<Record<KnownRelease, () => Kinds>> = {
  '1.27': once(() => read(KUBERNETES_APIS['1.27'])),
  '1.37': once(() => read(KUBERNETES_APIS['1.37'])),
};
