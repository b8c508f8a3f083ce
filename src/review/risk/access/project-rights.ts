import type { Manifest } from '../../../manifests/manifest';
import { at, isList, listOf, textOf, type Value } from '../../../manifests/value';
import { globCovers, globsMeet, type Separator } from '../../../system/delivery/glob';
import { normalRepository } from '../../../system/delivery/repository';
import { beyond, partOf } from '../beyond';

/** Patterns that must all take their part: of a destination the cluster and the namespace. */
export type Patterns = readonly string[];

/** One kind of thing that Applications of a project may use: what is allowed and not denied. */
export interface Allowance {
  readonly allow: readonly Patterns[];
  readonly deny: readonly Patterns[];
  /** In globs, what a star does not stand for. */
  readonly separator: Separator;
  /** A pattern as Argo CD compares it. */
  readonly compared: (pattern: string) => string;
  readonly text: (patterns: Patterns) => string;
}

/** What an AppProject allows, always in the same order. (argo-cd, pkg/apis/application/v1alpha1/types.go) */
export function allowancesOf(project: Manifest): readonly Allowance[] {
  const list = (field: string): readonly Value[] => listOf(project.at('spec', field));
  // Absent it allows all kinds; an empty list allows none.
  const namespaced = isList(project.at('spec', 'namespaceResourceWhitelist'))
    ? list('namespaceResourceWhitelist').map(kindOf)
    : [EVERY_KIND];
  return [
    sources(list('sourceRepos')),
    destinations(list('destinations')),
    {
      ...AS_WRITTEN,
      allow: list('clusterResourceWhitelist').map(kindOf),
      deny: list('clusterResourceBlacklist').map(kindOf),
      text: (patterns) => `${kindText(patterns)} of the cluster`,
    },
    {
      ...AS_WRITTEN,
      allow: namespaced,
      deny: list('namespaceResourceBlacklist').map(kindOf),
      text: (patterns) => `${kindText(patterns)} in namespaces`,
    },
    {
      ...AS_WRITTEN,
      allow: textsIn(list('sourceNamespaces')).map((namespace) => [namespace]),
      deny: [],
      text: ([namespace = '']) => `Applications in the namespace "${namespace}"`,
    },
  ];
}

/** What the second allows that the first does not, and what of it the first does. */
export function allowedBeyond(
  from: Allowance | undefined,
  to: Allowance,
): { readonly fresh: readonly string[]; readonly had: readonly string[] } {
  const { allow, deny, separator, compared, text } = to;
  const covers = (wide: Patterns, narrow: Patterns): boolean =>
    wide.every((pattern, part) => globCovers(compared(pattern), compared(narrow[part] ?? ''), separator));
  const meet = (one: Patterns, other: Patterns): boolean =>
    one.every((pattern, part) => globsMeet(compared(pattern), compared(other[part] ?? ''), separator));
  const open = allow.filter((one) => !deny.some((no) => covers(no, one)));
  const fresh = beyond(from?.allow ?? [], open, covers);
  const freed = (from?.deny ?? []).filter(
    (no) => !deny.some((still) => covers(still, no)) && allow.some((one) => meet(one, no)),
  );
  return {
    fresh: [...fresh.map(text), ...freed.map((patterns) => `${text(patterns)}, which it denied`)],
    had: partOf(fresh, from?.allow ?? [], covers).map(text),
  };
}

const AS_WRITTEN: Pick<Allowance, 'separator' | 'compared'> = { separator: '', compared: (one) => one };

/** A denial allows all that it does not deny: Argo CD takes it for a pattern that matches. A star that allows is for all. */
function sources(list: readonly Value[]): Allowance {
  const patterns = textsIn(list);
  const allowed = patterns.map((pattern) => (pattern === '*' || isDenial(pattern) ? ALL : pattern));
  return {
    allow: allowed.map((pattern) => [pattern]),
    deny: patterns.filter(isDenial).map((pattern) => [pattern.slice(1)]),
    separator: '/',
    compared: (pattern) => normalRepository(pattern) ?? pattern,
    text: ([url = '']) => `the repository "${url === ALL ? '*' : url}"`,
  };
}

const ALL = '**';

/** A denied cluster or namespace is denied whatever stands beside it, and what stands beside it is allowed. */
function destinations(list: readonly Value[]): Allowance {
  const items = list.flatMap((item) => {
    const [namespace, server, name] = ['namespace', 'server', 'name'].map((key) => textOf(at(item, key)));
    const clusters = [server, name === undefined || name === '' ? undefined : clusterNamed(name)];
    return clusters
      .filter((cluster) => cluster !== undefined && cluster !== '')
      .map((cluster) => [cluster, namespace ?? ''] as const);
  });
  return {
    allow: items.map(([cluster = '', namespace]) =>
      [cluster, namespace].map((one) => (isDenial(one) ? '*' : one)),
    ),
    deny: items.flatMap(([cluster = '', namespace]) => [
      ...(isDenial(cluster) ? [[cluster.slice(1), '*']] : []),
      ...(isDenial(namespace) ? [['*', namespace.slice(1)]] : []),
    ]),
    ...AS_WRITTEN,
    text: ([cluster = '', namespace = '']) => `the namespace "${namespace}" of the cluster "${cluster}"`,
  };
}

/** Argo CD's own cluster has both a name and an address. */
function clusterNamed(name: string): string {
  const [, no = '', called = name] = /^(!?)(.*)$/.exec(name) ?? [];
  return called === 'in-cluster' ? `${no}https://kubernetes.default.svc` : name;
}

function isDenial(pattern: string): boolean {
  return pattern.startsWith('!');
}

const EVERY_KIND: Patterns = ['*', '*', '*'];

/** Group, kind and, for kinds of the cluster, the name. */
function kindOf(item: Value): Patterns {
  const name = textOf(at(item, 'name')) ?? '';
  return [textOf(at(item, 'group')) ?? '', textOf(at(item, 'kind')) ?? '', name === '' ? '*' : name];
}

function kindText([group = '', kind = '', name = '*']: Patterns): string {
  const kinds = kind === '*' ? 'all kinds' : kind;
  const text =
    group === ''
      ? `core ${kinds}`
      : kinds === 'all kinds' && group === '*'
        ? kinds
        : `${kinds} of "${group}"`;
  return name === '*' ? text : `${text} called "${name}"`;
}

function textsIn(list: readonly Value[]): readonly string[] {
  return list.flatMap((item) => textOf(item) ?? []);
}
