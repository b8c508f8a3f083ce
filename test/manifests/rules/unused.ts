import { referencesOf } from './pods';
import { namespaceOf, podsOf, type Rule } from './rule';
import { runnersOf } from './runner-config';

const PASSIVE = ['ConfigMap', 'Secret', 'PersistentVolumeClaim', 'ServiceAccount', 'Namespace'];

/** What only serves others is named by somebody. */
export const unused: Rule = (tree) => {
  const named = new Set([
    ...podsOf(tree).flatMap((pod) =>
      referencesOf(pod).map(({ kind, name }) => `${kind} ${pod.namespace}/${name}`),
    ),
    ...runnersOf(tree).map(
      ([, { kubernetes }]) => `ServiceAccount ${kubernetes.namespace}/${kubernetes.service_account}`,
    ),
    ...tree.map(({ object }) => `Namespace /${namespaceOf(object)}`),
  ]);
  return tree.flatMap(({ path, object: { kind, metadata } }) => {
    const isNamed = named.has(`${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
    return isNamed || !PASSIVE.includes(kind) ? [] : [`${path}: nobody names ${kind} ${metadata.name}`];
  });
};
