import { manifestsOf } from '../../../src/manifests/manifests';
import type { SourceFile } from '../../../src/manifests/source';
import { GROWING } from './volumes';
import { isList, isMap, type Value, type ValueMap } from '../../../src/manifests/value';

/** An object as a cluster takes it. */
export interface Placed extends ValueMap {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ValueMap & { readonly name: string; readonly namespace?: string };
}

const CLUSTER_WIDE = [
  ...['Namespace', 'PersistentVolume', 'StorageClass', 'PriorityClass', 'ClusterRole', 'ClusterRoleBinding'],
  ...['IngressClass', 'ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
];

/** The objects of a tree with other names for namespaces and for what is in none, so that many trees fit into one cluster. */
export function placed(files: readonly SourceFile[], prefix: string): readonly Placed[] {
  const { manifests } = manifestsOf(files);
  // A CustomResourceDefinition must be called what it defines.
  const wide = manifests.filter(({ kind }) => CLUSTER_WIDE.includes(kind)).map(({ name }) => name);
  const isRenamed = (key: string, value: string): boolean =>
    key === 'namespace' || (NAMES.includes(key) && wide.includes(value));
  const rename = (value: Value, key = ''): Value => {
    if (typeof value === 'string') return isRenamed(key, value) ? `${prefix}-${value}` : value;
    if (isList(value)) return value.map((item) => rename(item));
    if (!isMap(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, rename(inside, name)]));
  };
  return manifests.map(({ object, kind, namespace }) => {
    const renamed = withoutFinalizers(withClass(rename(object) as Placed));
    if (namespace !== '' || CLUSTER_WIDE.includes(kind) || kind === 'CustomResourceDefinition')
      return renamed;
    return { ...renamed, metadata: { ...renamed.metadata, namespace: `${prefix}-default` } };
  });
}

/** Nobody is there to take them off, and the namespace would stay for ever. */
function withoutFinalizers(object: Placed): Placed {
  const { finalizers, ...metadata } = object.metadata;
  return finalizers === undefined ? object : { ...object, metadata };
}

/** The default class of the cluster may let no claim grow. */
function withClass(object: Placed): Placed {
  const { spec } = object;
  if (object.kind !== 'PersistentVolumeClaim' || !isMap(spec) || 'storageClassName' in spec) return object;
  return { ...object, spec: { ...spec, storageClassName: GROWING } };
}

const NAMES = ['name', 'storageClassName', 'volumeName', 'priorityClassName'];

/** All namespaces that objects are in. */
export function namespacesOf(objects: readonly Placed[]): readonly string[] {
  const names = objects.flatMap(({ kind, metadata }) =>
    kind === 'Namespace' ? [metadata.name] : [metadata.namespace],
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}

export function keyOf({ apiVersion, kind, metadata }: Placed): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return [group, kind, metadata.namespace ?? '', metadata.name].join('/');
}
