import { namespaceOf, tryFind, type Rule } from './rule';

/** Every object lies in a namespace that the tree makes, but for those of Argo CD, which is there before. */
export const namespaces: Rule = (tree) =>
  tree.flatMap(({ path, object }) => {
    const namespace = namespaceOf(object);
    const isThere =
      namespace === '' ||
      object.apiVersion.startsWith('argoproj.io/') ||
      tryFind(tree, 'Namespace', '', namespace) !== undefined;
    return isThere ? [] : [`${path}: there is no namespace ${namespace}`];
  });
