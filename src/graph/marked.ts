import type { Identity } from '../manifests/identity';
import { edgeKey, type Edge, type Graph, type Mark, type Node } from './graph';

/** Both graphs in one, with what is new, what is gone and what is another. */
export function marked(base: Graph, head: Graph, isChanged: (object: Identity) => boolean): Graph {
  const nodes = joined(base.nodes, head.nodes, ({ id }) => id);
  const edges = joined(base.edges, head.edges, edgeKey);
  return {
    nodes: nodes.map((pair) => {
      const { before, after } = pair;
      if (before !== undefined && after !== undefined && before.title !== after.title)
        return { ...after, objects: [...after.objects, ...before.objects], mark: 'renamed' };
      return withMark<Node>(pair, (_, { objects }) => objects.some(isChanged));
    }),
    edges: edges.map((pair) => withMark<Edge>(pair, (before, after) => before.text !== after.text)),
  };
}

interface Pair<Item> {
  readonly before?: Item;
  readonly after?: Item;
}

function joined<Item>(
  base: readonly Item[],
  head: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Pair<Item>[] {
  const pairs = new Map<string, Pair<Item>>(head.map((after) => [keyOf(after), { after }]));
  for (const before of base) pairs.set(keyOf(before), { ...pairs.get(keyOf(before)), before });
  return [...pairs.values()];
}

function withMark<Item extends { readonly mark?: Mark | undefined }>(
  { before, after }: Pair<Item>,
  isOther: (before: Item, after: Item) => boolean,
): Item {
  if (after === undefined) {
    if (before === undefined) throw new Error('a pair has one of two');
    return { ...before, mark: 'removed' };
  }
  if (before === undefined) return { ...after, mark: 'added' };
  return isOther(before, after) ? { ...after, mark: 'changed' } : after;
}
