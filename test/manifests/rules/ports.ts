import { values } from '../load';
import { namespaceOf, ofKind, podsOf, selects, type PodContainer, type Rule } from './rule';

interface ServiceSpec {
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly { readonly targetPort: string | number }[];
}

/** A Service selects pods that have its port, and a probe asks at a port of its container. */
export const ports: Rule = (tree) => [
  ...ofKind(tree, 'Service').flatMap(({ path, object }) => {
    const { selector, ports: wanted } = object.spec as ServiceSpec;
    const selected = podsOf(tree).filter(
      ({ namespace, labels }) => namespace === namespaceOf(object) && selects(selector, labels),
    );
    if (selected.length === 0) return [`${path}: selects no pod`];
    return selected.flatMap(({ containers }) =>
      wanted
        .filter(({ targetPort }) => !containers.some((container) => hasPort(container, targetPort)))
        .map(({ targetPort }) => `${path}: no container has port ${targetPort}`),
    );
  }),
  ...podsOf(tree).flatMap(({ owner, containers }) =>
    containers.flatMap((container) =>
      probedPorts(container)
        .filter((port) => !hasPort(container, port))
        .map((port) => `${owner}: ${container.name} has no port ${port}`),
    ),
  ),
];

function hasPort({ ports: there = [] }: PodContainer, port: string | number): boolean {
  return there.some(({ name, containerPort }) => name === port || containerPort === port);
}

function probedPorts(container: PodContainer): readonly (string | number)[] {
  return [...values(container)].flatMap(([at, value]) =>
    /\.(?:httpGet|tcpSocket)\.port$/.test(at) ? [value as string | number] : [],
  );
}
