import { namespaceOf, tryFind, type Rule } from './rule';

/** Every object lies in a namespace that the tree makes. */
export const namespaces: Rule = (tree) =>
  tree.flatMap(({ path, object }) => {
    const namespace = namespaceOf(object);
    const isThere = namespace === '' || tryFind(tree, 'Namespace', '', namespace) !== undefined;
    return isThere ? [] : [`${path}: there is no namespace ${namespace}`];
  });
