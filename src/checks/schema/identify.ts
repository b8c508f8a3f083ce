import type { Manifest } from '../../manifests/manifest';
import { nearest } from '../../text/closest';
import { RELEASES, type KnownRelease, type Release } from '../../api/release';
import { byAge, kindsOf, type Kinds } from '../../api/kinds';
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
  // A file of Kustomize has a kind, and no API server ever sees it.
  if (group === 'kustomize.config.k8s.io') return { is: 'other' };
  if (!isBuiltIn(group)) return { is: 'custom', kind: `${group}/${version}/${kind}` };
  const chosen = `1.${String(minor)}`;
  if (chosen !== release && mayHaveCome(`${group}/${kind}`, version)) return { is: 'other' };
  const served = kinds.versions.get(`${group}/${kind}`)?.at(-1);
  const isTooNew = served !== undefined && byAge(served, version) < 0 && isKnown(`${group}/${kind}`, version);
  if (served !== undefined && !isTooNew) return wrongVersion(manifest, served, chosen);
  return { is: 'wrong', mistake: noSuchKind(manifest, release, chosen) };
}

/** A group of custom kinds has a dot. (apiextensions, validation of the group) */
function isBuiltIn(group: string): boolean {
  return !group.includes('.') || RELEASES.some((release) => kindsOf(release).groups.has(group));
}

/** Between two known releases nobody knows when a version came or went, and of some neither knows: they came and went between them. */
function mayHaveCome(kind: string, version: string): boolean {
  const [oldest] = RELEASES.map((release) => kindsOf(release).versions.get(kind)?.at(-1));
  const isSomewhere = RELEASES.some((release) => kindsOf(release).versions.has(kind));
  const isVersion = /^v[1-9]\d*(?:(?:alpha|beta)[1-9]\d*)?$/.test(version);
  return (
    isKnown(kind, version) ||
    (isSomewhere && isVersion && (oldest === undefined || byAge(oldest, version) < 0))
  );
}

function isKnown(kind: string, version: string): boolean {
  return RELEASES.some((release) => kindsOf(release).versions.get(kind)?.includes(version) === true);
}

function wrongVersion({ apiVersion, identity }: Manifest, served: string, chosen: string): Identified {
  const wanted = apiVersionOf(identity.group, served);
  // An alpha version may be switched on.
  if (apiVersion.includes('alpha')) return { is: 'other' };
  return {
    is: 'wrong',
    mistake: {
      check: 'api-version-not-served',
      path: ['apiVersion'],
      message: `Kubernetes ${chosen} does not serve "${apiVersion}" of ${identity.kind}: nobody can apply it`,
      remedy: `write "${wanted}", and look whether its fields have changed`,
    },
  };
}

function noSuchKind(
  { apiVersion, identity: { group, kind } }: Manifest,
  release: KnownRelease,
  chosen: string,
): Mistake {
  const elsewhere = RELEASES.find(
    (other) => other !== release && kindsOf(other).versions.has(`${group}/${kind}`),
  );
  if (elsewhere !== undefined) {
    return {
      check: 'api-version-not-served',
      path: ['apiVersion'],
      message: `Kubernetes ${elsewhere} has ${kind} of "${group}", and ${chosen} has no "${apiVersion}" of it: nobody can apply it`,
      remedy: 'remove the object, or choose another release by "--kubernetes"',
    };
  }
  const right = homeOf(kind, group, kindsOf(release));
  return {
    check: 'unknown-kind',
    path: right?.kind === kind ? ['apiVersion'] : ['kind'],
    message: `There is no kind "${kind}" in "${apiVersion}": nobody can apply it`,
    remedy: kindToWrite(apiVersion, kind, right),
  };
}

function kindToWrite(apiVersion: string, kind: string, right: Home | undefined): string {
  if (apiVersion === 'v1' && kind === 'Config')
    return 'keep this file out of the folder: it is a kubeconfig, with which kubectl logs in';
  return right === undefined
    ? 'write a kind that exists'
    : `write "apiVersion: ${right.apiVersion}" and "kind: ${right.kind}"`;
}

interface Home {
  readonly apiVersion: string;
  readonly kind: string;
}

/** The kind that was meant: of this name in another group, else of a name like it, in its own group first. */
function homeOf(kind: string, group: string, { versions, definitions }: Kinds): Home | undefined {
  const all = [...versions].flatMap(([key, served]) => {
    const [home = '', name = ''] = key.split('/');
    const version = served.findLast((one) => definitions.has(`${home}/${one}/${name}`));
    return version === undefined ? [] : [{ home, kind: name, apiVersion: apiVersionOf(home, version) }];
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
