import type { ApiObject } from 'cdk8s';
import { CHILDREN, type GroupKind } from '../facts/argocd';

/** What a project of Argo CD must allow so that it can sync some objects. */
export interface Rights {
  /** Objects of the cluster, which have no namespace, by kind and name. */
  readonly cluster: readonly (GroupKind & { readonly name: string })[];
  /** Kinds with a namespace, and those that controllers make of them. */
  readonly namespaced: readonly GroupKind[];
  readonly namespaces: readonly string[];
}

/** Exactly what these objects need; a kind that is not allowed would stop the sync of all. */
export function rightsOf(objects: readonly ApiObject[]): Rights {
  const inNamespaces = objects.filter(({ metadata }) => metadata.namespace !== undefined);
  const own = inNamespaces.map(kindOf);
  const children = own.flatMap(({ group, kind }) => CHILDREN[`${group}/${kind}`] ?? []);
  return {
    cluster: unique(
      objects
        .filter(({ metadata }) => metadata.namespace === undefined)
        .map((object) => ({ ...kindOf(object), name: object.name })),
    ),
    namespaced: unique([...own, ...children]),
    namespaces: [...new Set(inNamespaces.map(({ metadata }) => String(metadata.namespace)))].sort(),
  };
}

function kindOf({ apiGroup, kind }: ApiObject): GroupKind {
  return { group: apiGroup === 'core' ? '' : apiGroup, kind };
}

/** Each once, in the order of their texts. */
function unique<Item extends GroupKind>(items: readonly Item[]): readonly Item[] {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
