import { at, textOf, type Value } from './value';

/** What tells one object of a cluster from all others. The version is none of it: versions show the same object. */
export interface Identity {
  readonly group: string;
  readonly kind: string;
  /** Empty for what has none, be it that it needs none or that it does not say. */
  readonly namespace: string;
  readonly name: string;
}

export function identityOf(object: Value): Identity {
  const apiVersion = textOf(at(object, 'apiVersion')) ?? '';
  const slash = apiVersion.indexOf('/');
  return {
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    kind: textOf(at(object, 'kind')) ?? '',
    namespace: textOf(at(object, 'metadata', 'namespace')) ?? '',
    name: textOf(at(object, 'metadata', 'name')) ?? '',
  };
}

/** `Deployment/minio/minio`, `Namespace/minio`: how people name an object, in exceptions for example. */
export function objectName({ kind, namespace, name }: Identity): string {
  return [kind, namespace, name].filter((part) => part !== '').join('/');
}
