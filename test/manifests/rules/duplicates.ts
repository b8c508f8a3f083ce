import { namespaceOf, podsOf, type PodContainer, type Rule } from './rule';

/** Nothing stands twice: no object, and inside of a pod no container, volume, variable, port or mount. */
export const duplicates: Rule = (tree) => [
  ...twice(
    tree.map(({ object }) => `${object.kind} ${namespaceOf(object)}/${object.metadata.name}`),
    'the tree',
  ),
  ...podsOf(tree).flatMap(({ owner, containers, volumes }) => [
    ...twice(
      containers.map(({ name }) => `container ${name}`),
      owner,
    ),
    ...twice(
      volumes.map(({ name }) => `volume ${name}`),
      owner,
    ),
    ...containers.flatMap((container) => twice(partsOf(container), `${owner} ${container.name}`)),
  ]),
];

function partsOf({ env = [], ports = [], volumeMounts = [] }: PodContainer): readonly string[] {
  return [
    ...env.map(({ name }) => `variable ${name}`),
    ...ports.map(({ name }) => `port ${name}`),
    ...volumeMounts.map(({ mountPath }) => `mount ${mountPath}`),
  ];
}

function twice(names: readonly string[], where: string): readonly string[] {
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `${where}: ${name} stands twice`);
}
