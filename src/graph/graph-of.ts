import { groupBy } from '../manifests/groups';
import type { System } from '../system/system';
import { worldOf } from '../system/traffic/world';
import { allowedLinks } from './allowed';
import { neededLinks } from './connections';
import { edgeKey, type Edge, type Graph, type Link, type Node } from './graph';
import { jobLinks } from './jobs';
import { nodeOf, secretNodesIn, serviceNode } from './nodes';
import { secretLinks } from './secrets';

/** All that the files say of who talks to whom and who has which Secret. */
export function graphOf(system: System): Graph {
  const needed = neededLinks(system);
  const links = [...needed, ...allowedLinks(system, needed), ...jobLinks(system), ...secretLinks(system)];
  const nodes = [
    ...system.view(worldOf).inhabitants.map((inhabitant) => nodeOf(inhabitant, system)),
    ...system.ofKind('', 'Service').map(serviceNode),
    ...secretNodesIn(system),
    ...links.flatMap(({ from, to }) => [from, to]),
  ];
  const byId = new Map<string, Node>();
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  return { nodes: [...byId.values()].sort(byPlace), edges: edgesOf(links) };
}

/** What leads from one to another in the same way is one edge. */
function edgesOf(links: readonly Link[]): readonly Edge[] {
  const edges = links.map(({ from, to, kind, text }): Edge => ({ from: from.id, to: to.id, kind, text }));
  return [...groupBy(edges, edgeKey).values()].flatMap((same) => {
    const [first] = same;
    const texts = [...new Set(same.map(({ text }) => text).filter((text) => text !== ''))];
    return first === undefined ? [] : [{ ...first, text: texts.join(', ') }];
  });
}

function byPlace(a: Node, b: Node): number {
  const [one, other] = [`${a.namespace}/${a.id}`, `${b.namespace}/${b.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
