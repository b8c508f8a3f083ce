import type { Manifest } from '../../manifests/manifest';
import { at, isList, listOf, textOf, type Value } from '../../manifests/value';
import type { Identity } from '../../manifests/identity';
import type { Scope } from '../scope';
import type { Cluster } from './applications';
import { matches } from './glob';
import { normalRepository } from './repository';

/**
 * What a project of Argo CD allows; also true where files cannot tell. Each list is walked as Argo CD walks it, since a `!`
 * counts only for what has not been refused before it. (argo-cd, pkg/apis/application/v1alpha1/app_project_types.go)
 */

/** `*` stops at a slash, `**` does not; alone it stands for all, and behind a `!` for next to nothing. */
export function allowsRepository(project: Manifest, address: string): boolean {
  const asked = normalRepository(address);
  if (asked === undefined) return true;
  let isAllowed = false;
  for (const pattern of textsIn(project, 'sourceRepos')) {
    const isDenial = pattern.startsWith('!');
    const normal = normalRepository(isDenial ? pattern.slice(1) : pattern);
    if (normal === undefined) return true;
    const fits = (normal === '*' && !isDenial) || matches(normal, asked, '/');
    if (isDenial && fits) return false;
    if (fits || isDenial) isAllowed = true;
  }
  return isAllowed;
}

/** `namespace` is empty for an Application that names none: only a pattern for all allows that. */
export function allowsDestination(project: Manifest, cluster: Cluster, namespace: string): boolean {
  if (cluster.server === undefined && cluster.name === undefined) return true;
  let isAllowed = false;
  for (const item of listOf(project.at('spec', 'destinations'))) {
    const server = fitOf(textOf(at(item, 'server')), cluster.server);
    const name = fitOf(textOf(at(item, 'name')), cluster.name);
    const space = fitOf(textOf(at(item, 'namespace')), namespace);
    if (space.fits && (server.fits || name.fits)) isAllowed = true;
    else if (name.isDenied || (server.isDenied && space.fits)) return false;
    else if (space.isDenied && server.fits && server.isKnown) return false;
  }
  return isAllowed;
}

export type KindList =
  | 'namespaceResourceWhitelist'
  | 'namespaceResourceBlacklist'
  | 'clusterResourceWhitelist'
  | 'clusterResourceBlacklist';

/** The list because of which a project refuses an object; undefined where it allows it. */
export function tryFindRefusal(project: Manifest, identity: Identity, scope: Scope): KindList | undefined {
  const lists = { cluster: CLUSTER_LISTS, namespaced: NAMESPACE_LISTS }[scope];
  const [allowed, refused] = lists.map((list) => project.at('spec', list));
  const isAllowed =
    scope === 'namespaced' && !isList(allowed) ? true : listOf(allowed).some((item) => names(item, identity));
  if (!isAllowed) return lists[0];
  return listOf(refused).some((item) => names(item, identity)) ? lists[1] : undefined;
}

const NAMESPACE_LISTS = ['namespaceResourceWhitelist', 'namespaceResourceBlacklist'] as const;
const CLUSTER_LISTS = ['clusterResourceWhitelist', 'clusterResourceBlacklist'] as const;

function textsIn(project: Manifest, key: string): readonly string[] {
  return listOf(project.at('spec', key)).flatMap((text) => textOf(text) ?? []);
}

interface Fit {
  readonly fits: boolean;
  readonly isDenied: boolean;
  readonly isKnown: boolean;
}

/** What is not known fits each pattern that is there. */
function fitOf(pattern = '', text: string | undefined): Fit {
  if (text === undefined) return { fits: pattern !== '', isDenied: false, isKnown: false };
  const isDenial = pattern.startsWith('!');
  const fits = isDenial ? !matches(pattern.slice(1), text) : matches(pattern, text);
  return { fits, isDenied: isDenial && !fits, isKnown: true };
}

/** `name` is read from Argo CD 3.3 on, for kinds of the cluster. */
function names(item: Value, { group, kind, name }: Identity): boolean {
  const [ofGroup, ofKind, ofName] = ['group', 'kind', 'name'].map((key) => textOf(at(item, key)) ?? '');
  return (
    matches(ofKind ?? '', kind) &&
    matches(ofGroup ?? '', group) &&
    (ofName === undefined || ofName === '' || matches(ofName, name))
  );
}
