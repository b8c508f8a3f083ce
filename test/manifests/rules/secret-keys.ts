import type { Manifest } from '../load';
import { dataOf, ofKind, podsOf, tryFind, type Brought } from './rule';

/** The keys of a Secret, once everything has run; undefined where there is no such Secret. */
export function keysOfSecret(
  tree: readonly Manifest[],
  { secrets }: Brought,
  namespace: string,
  name: string,
): readonly string[] | undefined {
  const object = tryFind(tree, 'Secret', namespace, name);
  if (object === undefined) {
    const made = keysMade(tree, namespace, name);
    if (made !== undefined) return made;
    const brought = secrets.filter((secret) => secret.namespace === namespace && secret.name === name);
    return brought.length === 0 ? undefined : brought.flatMap(({ keys }) => keys);
  }
  return object.data === undefined ? keysFilled(tree, namespace, name) : Object.keys(dataOf(object));
}

/** Of a Secret that an operator makes of an object of its name. */
function keysMade(tree: readonly Manifest[], namespace: string, name: string): readonly string[] | undefined {
  const external = tryFind(tree, 'ExternalSecret', namespace, name)?.spec as ExternalSpec | undefined;
  if (external !== undefined) {
    const { data, target } = external;
    return [...data.map(({ secretKey }) => secretKey), ...Object.keys(target.template.data ?? {})];
  }
  const sealed = tryFind(tree, 'SealedSecret', namespace, name)?.spec as SealedSpec | undefined;
  return sealed && [...Object.keys(sealed.encryptedData), ...Object.keys(sealed.template.data ?? {})];
}

interface ExternalSpec {
  readonly data: readonly { readonly secretKey: string }[];
  readonly target: { readonly template: { readonly data?: object } };
}

interface SealedSpec {
  readonly encryptedData: object;
  readonly template: { readonly data?: object };
}

/** What the keys Job writes into a Secret, if it knows it and may. */
function keysFilled(tree: readonly Manifest[], namespace: string, name: string): readonly string[] {
  const pairs = ['accesskey', 'secretkey'];
  const task = tasksOf(tree).find(({ paths }) => paths.includes(`${namespace}/secrets/${name}`));
  if (task === undefined || !mayFill(tree, namespace, name)) return [];
  return task.kind === 'root' ? pairs : [...pairs, 'previous', ...task.markers];
}

interface Task {
  readonly kind: string;
  readonly paths: readonly string[];
  readonly markers: readonly string[];
}

/** `root NAMESPACE/secrets/NAME` and `runner NAMESPACE/secrets/NAME NAMESPACE/secrets/COPY` in the script. */
function tasksOf(tree: readonly Manifest[]): readonly Task[] {
  return podsOf(tree)
    .flatMap(({ containers }) => containers.flatMap(({ command = [] }) => command))
    .flatMap((script) => {
      const markers = script.match(/rotation-\d+/g) ?? [];
      return [...script.matchAll(/\b(root|runner) ((?:[\w.-]+\/secrets\/[\w.-]+ ?)+)/g)].map(
        ([, kind = '', paths = '']) => ({ kind, paths: paths.trim().split(' '), markers }),
      );
    });
}

function mayFill(tree: readonly Manifest[], namespace: string, name: string): boolean {
  return ofKind(tree, 'Role').some(({ object }) => {
    const rules = object.rules as readonly { resourceNames?: readonly string[]; verbs: readonly string[] }[];
    return (
      object.metadata.namespace === namespace &&
      rules.some(({ resourceNames, verbs }) => resourceNames?.includes(name) && verbs.includes('patch'))
    );
  });
}
