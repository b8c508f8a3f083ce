import type { Edge } from '../../../src/graph/graph';
import type { Box, Point } from '../../../src/graph/layout/geometry';
import type { Layout } from '../../../src/graph/layout/layout';
import { smallWidth, titleWidth } from '../../../src/graph/layout/measure';
import { spaceTitle, wordsOf } from '../../../src/graph/layout/sizes';

/** Why a person could not read a picture, in words; empty for one that is readable. */
export function faultsOf(layout: Layout): readonly string[] {
  return [
    ...linesOverBoxes(layout),
    ...linesWithoutBoxes(layout),
    ...linesOverTexts(layout),
    ...linesOnLines(layout),
    ...boxesOverBoxes(layout),
    ...wordsTooWide(layout),
    ...cutOff(layout),
  ];
}

/** Half of how thick a line is, and some air. */
const AIR = 2;

interface Segment {
  readonly edge: Edge;
  readonly box: Box;
}

function segmentsOf({ edges }: Layout): readonly Segment[] {
  return edges.flatMap(({ edge, points }) =>
    points.slice(1).map((point, index) => ({ edge, box: around(points[index]!, point) })),
  );
}

function around(a: Point, b: Point): Box {
  if (a.x !== b.x && a.y !== b.y) throw new Error('a line is level or upright');
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Its own boxes too: a line may touch them, and not go through. */
function linesOverBoxes(layout: Layout): readonly string[] {
  return segmentsOf(layout).flatMap(({ edge, box }) =>
    layout.nodes
      .filter(({ node, box: other }) => {
        const isEnd = node.id === edge.from || node.id === edge.to;
        return meet(grown(box, 0.1), grown(other, isEnd ? -1 : AIR));
      })
      .map(({ node }) => `${said(edge)} crosses ${node.id}`),
  );
}

function linesWithoutBoxes({ nodes, edges }: Layout): readonly string[] {
  const boxes = new Map(nodes.map(({ node, box }) => [node.id, box]));
  return edges
    .filter(({ edge, points }) => {
      const ends = [
        [points[0], boxes.get(edge.from)],
        [points.at(-1), boxes.get(edge.to)],
      ] as const;
      return ends.some(([point, box]) => !meet(grown({ ...point!, width: 0, height: 0 }, 0.5), box!));
    })
    .map(({ edge }) => `${said(edge)} does not reach its boxes`);
}

/** The names of namespaces, and what is written on other lines. */
function linesOverTexts(layout: Layout): readonly string[] {
  const names = layout.spaces.map(({ name, box: { x, y } }) => ({
    text: name,
    box: { x: x + 14, y: y + 8, width: titleWidth(spaceTitle(name)), height: 18 },
  }));
  const own = new Map(
    layout.labels.map((label) => {
      const [line] = layout.edges.filter(({ points }) => endsAt(points.at(-1)!, label.box));
      return [label, line === undefined ? '' : keyOf(line.edge)];
    }),
  );
  const texts = [...names, ...layout.labels];
  return segmentsOf(layout).flatMap(({ edge, box }) =>
    texts
      .filter((text) => meet(grown(box, 0.1), text.box))
      .filter((text) => own.get(text) !== keyOf(edge))
      .map(({ text }) => `${said(edge)} crosses the text ${text}`),
  );
}

/** Behind a text is the head of its line, and then the box. */
function endsAt({ x, y }: Point, { x: left, y: top, width, height }: Box): boolean {
  const isLevel = Math.abs(y - top - height / 2) < 1 && (x > left + width ? x - left - width : left - x) < 16;
  const isUpright = Math.abs(x - left - width / 2) < 1 && y > top && y - top - height < 16;
  return (isLevel && (x <= left || x >= left + width)) || isUpright;
}

/** What leads to the same box and says the same may come together. */
function linesOnLines(layout: Layout): readonly string[] {
  const segments = segmentsOf(layout).filter(({ box }) => box.width + box.height > 0);
  return segments.flatMap((one, index) =>
    segments
      .slice(index + 1)
      .filter(
        (other) =>
          keyOf(one.edge) !== keyOf(other.edge) &&
          (one.box.width === 0) === (other.box.width === 0) &&
          meet(grown(one.box, AIR), grown(other.box, 0.1)),
      )
      .map((other) => `${said(one.edge)} lies on ${said(other.edge)}`),
  );
}

function keyOf({ to, kind, mark, text }: Edge): string {
  return JSON.stringify([to, kind, mark, text]);
}

function boxesOverBoxes({ nodes, labels, spaces }: Layout): readonly string[] {
  const things = [
    ...nodes.map(({ node, box }) => ({ name: node.id, box })),
    ...labels.map(({ text, box }) => ({ name: text, box })),
  ];
  const pairs = [...pairsOf(things), ...pairsOf(spaces)];
  const strangers = spaces.flatMap((space) =>
    nodes
      .filter(
        ({ node, box }) => (node.kind === 'outside' || node.namespace !== space.name) && meet(box, space.box),
      )
      .map(({ node }) => `${node.id} stands in ${space.name}`),
  );
  return [...pairs, ...strangers];
}

function pairsOf(things: readonly { readonly name: string; readonly box: Box }[]): readonly string[] {
  return things.flatMap(({ name, box }, index) =>
    things
      .slice(index + 1)
      .filter((other) => meet(box, other.box))
      .map((other) => `${name} covers ${other.name}`),
  );
}

function wordsTooWide({ nodes, labels }: Layout): readonly string[] {
  const inBoxes = nodes.flatMap(({ node, box }) => {
    const { title, subtitle } = wordsOf(node);
    return Math.max(titleWidth(title), smallWidth(subtitle)) < box.width - 8 ? [] : [title];
  });
  const onLines = labels.filter(({ text, box }) => smallWidth(text) > box.width).map(({ text }) => text);
  return [...inBoxes, ...onLines].map((text) => `${text} is wider than its box`);
}

function cutOff(layout: Layout): readonly string[] {
  const things = [
    ...layout.nodes.map(({ node, box }) => ({ name: node.id, box })),
    ...layout.spaces,
    ...layout.labels.map(({ text, box }) => ({ name: text, box })),
    ...segmentsOf(layout).map(({ edge, box }) => ({ name: said(edge), box })),
  ];
  return things
    .filter(({ box: { x, y, width, height } }) => {
      const isIn = x >= 4 && y >= 4 && x + width <= layout.width - 4 && y + height <= layout.height - 4;
      return !isIn;
    })
    .map(({ name }) => `${name} is cut off`);
}

function said({ from, kind, to }: Edge): string {
  return `${from} -${kind}-> ${to}`;
}
