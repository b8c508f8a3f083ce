import type { Manifest } from '../load';
import {
  dataOf,
  podsOf,
  ROOT_CA,
  tryFind,
  type Brought,
  type Items,
  type Pod,
  type Rule,
  type Source,
} from './rule';
import { keysOfSecret } from './secret-keys';

/** What a pod names is there: ServiceAccount, Secret and key, ConfigMap and key, claim. */
export const pods: Rule = (tree, brought) =>
  podsOf(tree).flatMap((pod) =>
    referencesOf(pod)
      .filter(({ isOptional }) => !isOptional)
      .flatMap((reference) =>
        missing(tree, brought, pod.namespace, reference).map((what) => `${pod.owner}: ${what}`),
      ),
  );

export interface Reference {
  readonly kind: 'Secret' | 'ConfigMap' | 'PersistentVolumeClaim' | 'ServiceAccount';
  readonly name: string;
  readonly keys: readonly string[];
  /** The pod starts without it. */
  readonly isOptional: boolean;
}

/** Everything that a pod names in its own namespace. */
export function referencesOf({ serviceAccount, containers, volumes }: Pod): readonly Reference[] {
  return [
    referenceTo('ServiceAccount', serviceAccount, {}),
    ...containers.flatMap(({ env = [] }) =>
      env.flatMap(({ valueFrom }): Reference[] => {
        if (valueFrom === undefined) return [];
        const { name, key } = valueFrom.secretKeyRef;
        return [{ kind: 'Secret', name, keys: [key], isOptional: false }];
      }),
    ),
    ...volumes.flatMap(({ secret, configMap, persistentVolumeClaim: claim, projected }) => [
      ...(secret === undefined ? [] : [referenceTo('Secret', secret.secretName, secret)]),
      ...(claim === undefined ? [] : [referenceTo('PersistentVolumeClaim', claim.claimName, {})]),
      ...[{ configMap }, ...(projected?.sources ?? [])].flatMap(sourceOf),
    ]),
  ];
}

function sourceOf({ secret, configMap }: Source): readonly Reference[] {
  return [
    ...(secret === undefined ? [] : [referenceTo('Secret', secret.name, secret)]),
    ...(configMap === undefined ? [] : [referenceTo('ConfigMap', configMap.name, configMap)]),
  ];
}

function referenceTo(kind: Reference['kind'], name: string, { items = [], optional }: Items): Reference {
  return { kind, name, keys: items.map(({ key }) => key), isOptional: optional === true };
}

function missing(
  tree: readonly Manifest[],
  brought: Brought,
  namespace: string,
  { kind, name, keys }: Reference,
): readonly string[] {
  const there = keysThere(tree, brought, namespace, kind, name);
  if (there === undefined) return [`there is no ${kind} ${name}`];
  return keys.filter((key) => !there.includes(key)).map((key) => `${kind} ${name} has no key ${key}`);
}

function keysThere(
  tree: readonly Manifest[],
  brought: Brought,
  namespace: string,
  kind: Reference['kind'],
  name: string,
): readonly string[] | undefined {
  if (kind === 'Secret') return keysOfSecret(tree, brought, namespace, name);
  if (kind === 'ConfigMap' && name === ROOT_CA.name) return ROOT_CA.keys;
  const object = tryFind(tree, kind, namespace, name);
  return object === undefined ? undefined : Object.keys(dataOf(object));
}
