import { groupBy } from '../../../manifests/groups';
import type { Manifest } from '../../../manifests/manifest';
import { at, isList, listOf, textOf, type Value } from '../../../manifests/value';
import { globCovers, globsMeet, type Separator } from '../../../system/delivery/glob';
import { normalRepository } from '../../../system/delivery/repository';
import { beyond, partOf } from '../beyond';
import { kindsTexts, namesTexts, type Patterns } from './project-text';

/** One kind of thing that Applications of a project may use: what is allowed and not denied. */
export interface Allowance {
  readonly allow: readonly Patterns[];
  readonly deny: readonly Patterns[];
  /** In globs, what a star does not stand for. */
  readonly separator: Separator;
  /** A pattern as Argo CD compares it. */
  readonly compared: (pattern: string) => string;
  /** Of some patterns the first ones, as people read them. */
  readonly texts: (patterns: readonly Patterns[]) => readonly string[];
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
      texts: (patterns) => kindsTexts(patterns, 'of the cluster'),
    },
    {
      ...AS_WRITTEN,
      allow: namespaced,
      deny: list('namespaceResourceBlacklist').map(kindOf),
      texts: (patterns) => kindsTexts(patterns, 'in namespaces'),
    },
    {
      ...AS_WRITTEN,
      allow: textsIn(list('sourceNamespaces')).map((namespace) => [namespace]),
      deny: [],
      texts: (patterns) => namesTexts('Applications in the namespace', patterns),
    },
  ];
}

/** What one project allows and another one does not, as people read it. */
export interface More {
  readonly fresh: readonly string[];
  /** What of it the other one allows. */
  readonly had: readonly string[];
  /** Each for itself. */
  readonly all: readonly string[];
}

export function allowedBeyond(from: Allowance | undefined, to: Allowance): More {
  const { allow, deny, separator, compared, texts } = to;
  const covers = (wide: Patterns, narrow: Patterns): boolean =>
    wide.every((pattern, part) => globCovers(compared(pattern), compared(narrow[part] ?? ''), separator));
  const meet = (one: Patterns, other: Patterns): boolean =>
    one.every((pattern, part) => globsMeet(compared(pattern), compared(other[part] ?? ''), separator));
  const open = allow.filter((one) => !deny.some((no) => covers(no, one)));
  const fresh = beyond(from?.allow ?? [], open, covers);
  const freed = (from?.deny ?? []).filter(
    (no) => !deny.some((still) => covers(still, no)) && allow.some((one) => meet(one, no)),
  );
  const denied = (text: string): string => `${text}, which it denied`;
  return {
    fresh: [...texts(fresh), ...texts(freed).map(denied)],
    had: texts(partOf(fresh, from?.allow ?? [], covers)),
    all: [...fresh.flatMap((one) => texts([one])), ...freed.flatMap((one) => texts([one]).map(denied))],
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
    texts: (all) =>
      namesTexts(
        'the repository',
        all.map(([url = '']) => [url === ALL ? '*' : url]),
      ),
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
    texts: (all) =>
      [...groupBy(all, ([cluster = '']) => cluster)].flatMap(([cluster, own]) =>
        namesTexts(
          'the namespace',
          own.map(([, namespace = '']) => [namespace]),
        ).map((text) => `${text} of the cluster "${cluster}"`),
      ),
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

function textsIn(list: readonly Value[]): readonly string[] {
  return list.flatMap((item) => textOf(item) ?? []);
}
