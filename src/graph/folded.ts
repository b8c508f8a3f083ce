import { groupBy } from '../manifests/groups';
import { edgeKey, type Edge, type Graph, type Node } from './graph';

/** What a person can take in. */
const MOST_WHOLE = 20;
const MOST_FOLDED = 60;

/** As much as can be read: all of a small graph, else what is alike once, else a box a namespace. */
export function readable(graph: Graph): Graph {
  if (graph.nodes.length <= MOST_WHOLE) return graph;
  const once = folded(graph);
  return once.nodes.length <= MOST_FOLDED ? once : byNamespace(graph);
}

/** Nodes with the same edges to the same kinds of neighbours are one node: the runners of many teams look alike. */
export function folded(graph: Graph): Graph {
  const shapes = shapesOf(graph);
  const shapeOf = ({ id }: Node): string => shapes.get(id) ?? '';
  const spaces = groupBy(graph.nodes, ({ namespace }) => namespace);
  const likes = groupBy(spaces, ([namespace, nodes]) =>
    namespace === '' ? '' : JSON.stringify([...new Set(nodes.map(shapeOf))].sort()),
  );
  const titles = new Map(
    [...likes.values()].flatMap((same) => {
      const names = same.map(([namespace]) => namespace);
      return names.map((name) => [name, namesText(names)] as const);
    }),
  );
  const spaceOf = ({ namespace }: Node): string => titles.get(namespace) ?? namespace;
  return merged(
    graph,
    (node) => JSON.stringify([spaceOf(node), shapeOf(node)]),
    ([first, ...more]) => ({
      ...first,
      namespace: spaceOf(first),
      title: namesText([...new Set([first, ...more].map(({ title }) => title))]),
      subtitle: more.length === 0 ? first.subtitle : `${String(more.length + 1)} × ${first.subtitle}`,
      objects: [first, ...more].flatMap(({ objects }) => objects),
    }),
  );
}

/** What each node looks like, with what is around it up to some steps away. */
function shapesOf({ nodes, edges }: Graph): ReadonlyMap<string, string> {
  const [leaving, coming] = [groupBy(edges, ({ from }) => from), groupBy(edges, ({ to }) => to)];
  let shapes = new Map(
    nodes.map(({ id, kind, subtitle, mark, title }) => {
      const own = kind === 'outside' ? title : '';
      return [id, JSON.stringify([kind, subtitle, mark, own])] as const;
    }),
  );
  for (let step = 0; step < STEPS; step++) {
    const numbers = numbered(shapes);
    const seen = ({ kind, text, mark }: Edge, far: string): string =>
      JSON.stringify([kind, text, mark, numbers.get(far)]);
    shapes = new Map(
      nodes.map(({ id }) => {
        const out = new Set((leaving.get(id) ?? []).map((edge) => seen(edge, edge.to)));
        const back = new Set((coming.get(id) ?? []).map((edge) => seen(edge, edge.from)));
        return [id, JSON.stringify([numbers.get(id), [...out].sort(), [...back].sort()])] as const;
      }),
    );
  }
  return shapes;
}

const STEPS = 4;

/** Short names of long shapes: they would grow with each step. */
function numbered(shapes: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const shape of shapes.values()) if (!numbers.has(shape)) numbers.set(shape, numbers.size);
  return new Map([...shapes].map(([id, shape]) => [id, numbers.get(shape) ?? 0]));
}

const MOST_LETTERS = 30;

/** `web, data`, or `web and 8 more` */
function namesText(names: readonly string[]): string {
  const [first = '', second, ...more] = names;
  if (second === undefined) return first;
  const both = `${first}, ${second}`;
  if (more.length === 0 && both.length <= MOST_LETTERS) return both;
  return `${first} and ${String(more.length + 1)} more`;
}

function byNamespace(graph: Graph): Graph {
  return merged(
    graph,
    ({ kind, id, namespace }) => (kind === 'outside' ? id : namespace),
    ([first, ...more]) => {
      if (first.kind === 'outside') return first;
      const all = [first, ...more];
      const isSame = all.every(({ mark }) => mark === first.mark);
      const mark = isSame ? first.mark : 'changed';
      return {
        ...first,
        ...{
          kind: 'namespace',
          namespace: '',
          title: first.namespace === '' ? 'no namespace' : first.namespace,
        },
        subtitle: `namespace of ${String(all.length)}`,
        objects: all.flatMap(({ objects }) => objects),
        mark,
      };
    },
  );
}

type Some<Item> = readonly [Item, ...Item[]];

function merged(graph: Graph, keyOf: (node: Node) => string, one: (same: Some<Node>) => Node): Graph {
  const groups = [...groupBy(graph.nodes, keyOf).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [[first, ...more] as const],
  );
  const ids = new Map(groups.flatMap((same) => same.map(({ id }) => [id, same[0].id] as const)));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const edges = graph.edges
    .map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) }))
    .filter(({ from, to }) => from !== to);
  return { nodes: groups.map(one), edges: [...groupBy(edges, edgeKey).values()].flatMap(joined) };
}

/** What differs between them is no longer said. */
function joined(same: readonly Edge[]): readonly Edge[] {
  const [first] = same;
  if (first === undefined) return [];
  const texts = new Set(same.map(({ text }) => text));
  const mark = same.every((edge) => edge.mark === first.mark) ? first.mark : 'changed';
  return [{ ...first, text: texts.size === 1 ? first.text : '', mark }];
}
