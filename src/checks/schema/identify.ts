import type { Manifest } from '../../manifests/manifest';
import { nearest } from '../../text/closest';
import { RELEASES, type KnownRelease, type Release } from '../../api/release';
import { kindsOf, type Kinds } from '../../api/kinds';
import type { Mistake } from './mistake';

/** What an object claims to be. */
export type Identified =
  | { readonly is: 'built-in'; readonly definition: string }
  | { readonly is: 'custom'; readonly kind: string }
  /** It exists, and nothing is known of it. */
  | { readonly is: 'other' }
  | { readonly is: 'wrong'; readonly mistake: Mistake };

export function identified(manifest: Manifest, { api: release, minor }: Release): Identified {
  const { group, kind } = manifest.identity;
  const version = manifest.apiVersion.slice(group === '' ? 0 : group.length + 1);
  const kinds = kindsOf(release);
  const definition = kinds.definitions.get(`${group}/${version}/${kind}`);
  if (definition !== undefined) return { is: 'built-in', definition };
  if (kinds.others.has(`${group}/${version}/${kind}`) || kind.endsWith('List')) return { is: 'other' };
  if (!isBuiltIn(group)) return { is: 'custom', kind: `${group}/${version}/${kind}` };
  // Between two known releases nobody knows when it came or went.
  const between = `1.${String(minor)}` !== release;
  if (between && RELEASES.some((known) => kindsOf(known).definitions.has(`${group}/${version}/${kind}`))) {
    return { is: 'other' };
  }
  const served = kinds.versions.get(`${group}/${kind}`)?.at(-1);
  if (served !== undefined) return wrongVersion(manifest, served, release);
  return { is: 'wrong', mistake: noSuchKind(manifest, release) };
}

/** A group of custom kinds has a dot. (apiextensions, validation of the group) */
function isBuiltIn(group: string): boolean {
  return !group.includes('.') || RELEASES.some((release) => kindsOf(release).groups.has(group));
}

function wrongVersion({ apiVersion, identity }: Manifest, served: string, release: KnownRelease): Identified {
  const wanted = apiVersionOf(identity.group, served);
  // An alpha version may be switched on.
  if (apiVersion.includes('alpha')) return { is: 'other' };
  return {
    is: 'wrong',
    mistake: {
      check: 'api-version-not-served',
      path: ['apiVersion'],
      message: `Kubernetes ${release} does not serve "${apiVersion}" of ${identity.kind}: nobody can apply it`,
      remedy: `write "${wanted}", and look whether its fields have changed`,
    },
  };
}

function noSuchKind({ apiVersion, identity: { group, kind } }: Manifest, release: KnownRelease): Mistake {
  const elsewhere = RELEASES.find((other) => kindsOf(other).versions.has(`${group}/${kind}`));
  if (elsewhere !== undefined) {
    return {
      check: 'api-version-not-served',
      path: ['apiVersion'],
      message: `Kubernetes ${elsewhere} has "${apiVersion}" of ${kind}, ${release} does not: nobody can apply it`,
      remedy: 'remove the object, or choose another release by "--kubernetes"',
    };
  }
  const { versions } = kindsOf(release);
  const right = homeOf(kind, group, versions);
  return {
    check: 'unknown-kind',
    path: right?.kind === kind ? ['apiVersion'] : ['kind'],
    message: `There is no kind "${kind}" in "${apiVersion}": nobody can apply it`,
    remedy:
      right === undefined
        ? 'write a kind that exists'
        : `write "apiVersion: ${right.apiVersion}" and "kind: ${right.kind}"`,
  };
}

/** The kind that was meant: of this name in another group, else of a name like it, in its own group first. */
function homeOf(
  kind: string,
  group: string,
  versions: Kinds['versions'],
): { readonly apiVersion: string; readonly kind: string } | undefined {
  const all = Array.from(versions, ([key, served]) => {
    const [home = '', name = ''] = key.split('/');
    return { home, kind: name, apiVersion: apiVersionOf(home, served.at(-1) ?? '') };
  });
  const named = (name: string | undefined) => all.filter((candidate) => candidate.kind === name);
  const own = nearest(
    kind,
    all.filter(({ home }) => home === group).map((candidate) => candidate.kind),
  );
  const any = nearest(
    kind,
    all.map((candidate) => candidate.kind),
  );
  return named(kind).at(-1) ?? named(own).find(({ home }) => home === group) ?? named(any).at(-1);
}

function apiVersionOf(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}
