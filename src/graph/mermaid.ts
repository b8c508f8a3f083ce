import { groupBy } from '../manifests/groups';
import { EDGE_KINDS, type Edge, type EdgeKind, type Graph, type Node } from './graph';

/** As a flowchart, which GitLab and GitHub draw where a page has it. */
export function graphAsMermaid({ nodes, edges }: Graph): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${String(index)}`]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const spaces = [...groupBy(nodes, ({ namespace }) => namespace)];
  const lines = [
    'flowchart LR',
    ...spaces.flatMap(([namespace, own], index) => spaceLines(namespace, own, index, idOf)),
    ...edges.map((edge) => `  ${idOf(edge.from)} ${ARROWS[edge.kind]}|${labelOf(edge)}| ${idOf(edge.to)}`),
    ...CLASSES.map(([name, style]) => `  classDef ${name} ${style}`),
    ...classLines(nodes, idOf),
    ...edges.flatMap(({ mark, kind }, index) => {
      const style = mark === undefined ? (kind === 'blocked' ? BAD : undefined) : COLOURS[mark];
      return style === undefined ? [] : [`  linkStyle ${String(index)} stroke:${style},stroke-width:3px`];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

const ARROWS: Readonly<Record<EdgeKind, string>> = {
  talks: '-->',
  blocked: '--x',
  allowed: '-.->',
  serves: '-->',
  makes: '==>',
  mounts: '-.->',
  reads: '-.->',
  fills: '-.->',
};

const BAD = '#cf222e';
const COLOURS = { added: '#1a7f37', removed: BAD, renamed: '#bf8700', changed: '#bf8700' } as const;

const CLASSES: readonly (readonly [string, string])[] = [
  ['secret', 'stroke:#a87900'],
  ['outside', 'stroke-dasharray:4 3'],
  ...Object.entries(COLOURS).map(([mark, colour]) => [mark, `stroke:${colour},stroke-width:3px`] as const),
];

function spaceLines(
  namespace: string,
  nodes: readonly Node[],
  index: number,
  idOf: (id: string) => string,
): readonly string[] {
  const lines = nodes.map((node) => `    ${idOf(node.id)}${boxOf(node)}`);
  return namespace === '' ? lines : [`  subgraph s${String(index)}["${text(namespace)}"]`, ...lines, '  end'];
}

function boxOf({ kind, title, subtitle, mark }: Node): string {
  const words = [text(title), text(mark === undefined ? subtitle : `${subtitle}, ${mark}`)].join('<br/>');
  if (kind === 'secret') return `[("${words}")]`;
  if (kind === 'service') return `(["${words}"])`;
  return kind === 'outside' ? `(("${words}"))` : `["${words}"]`;
}

function classLines(nodes: readonly Node[], idOf: (id: string) => string): readonly string[] {
  const named = nodes.flatMap(({ id, kind, mark }) => {
    const own = kind === 'secret' || kind === 'outside' ? [[kind, idOf(id)] as const] : [];
    return mark === undefined ? own : [...own, [mark, idOf(id)] as const];
  });
  return [...groupBy(named, ([name]) => name)].map(
    ([name, own]) => `  class ${own.map(([, id]) => id).join(',')} ${name}`,
  );
}

function labelOf({ kind, text: own, mark }: Edge): string {
  const what = own === '' ? EDGE_KINDS[kind] : kind === 'talks' ? own : `${EDGE_KINDS[kind]}: ${own}`;
  return `"${text(mark === undefined ? what : `${what} (${mark})`)}"`;
}

/** Entities, as Mermaid writes them: names of objects may be anything in a file that nobody checked. */
function text(plain: string): string {
  return plain.replace(/[^\w .,:;/@×-]/gu, (character) => `#${String(character.codePointAt(0))};`);
}
