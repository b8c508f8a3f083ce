import { groupBy } from '../../manifests/groups';
import type { Span } from './geometry';
import type { Place, Plan, Space } from './plan';
import { portLevels, sideHeight } from './port-levels';
import type { Lane, Route } from './routes';
import type { Sides } from './sides';

/** How far down everything stands. */
export interface Levels {
  /** Of boxes, by the ids of their nodes. */
  readonly boxes: ReadonlyMap<string, Span>;
  readonly spaces: readonly { readonly space: Space; readonly span: Span }[];
  /** Of ports at the left and right sides of boxes, and of lanes, by their keys. */
  readonly lines: ReadonlyMap<string, number>;
  readonly end: number;
}

const HEIGHT = 48;
const GAP = 22;
const LANE = 10;
const MARGIN = 16;
/** Within a namespace, with its name above. */
const ABOVE = 34;
const BELOW = 16;
/** For a text and the head of a line, above what is outside. */
const ENTRY = 46;

export function levelsOf(
  plan: Plan,
  routes: readonly Route[],
  sides: Sides,
  outside: readonly (readonly string[])[],
): Levels {
  const lanes = lanesBy(routes);
  const boxes = new Map<string, Span>();
  const lines = new Map<string, number>();
  const spans: { space: Space; span: Span }[] = [];
  const byRow = groupBy(plan.places, ({ row }) => row);
  let y = MARGIN;
  for (const space of plan.spaces) {
    const start = y;
    if (space.name !== '') y += ABOVE;
    for (let row = space.first; row <= space.last; row++) {
      const places = byRow.get(row) ?? [];
      const height = Math.max(...places.map((place) => heightOf(place, sides)));
      for (const place of places) boxes.set(place.node.id, around(y + height / 2, heightOf(place, sides)));
      y += height;
      for (const [key, level] of portLevels(places, boxes, sides)) lines.set(key, level);
      y = laid(lanes.get(row) ?? [], y, lines);
      y += row === space.last ? BELOW : GAP;
    }
    spans.push({ space, span: { start, end: y } });
    y += GAP;
  }
  for (const row of outside) {
    const own = row.flatMap((node) => lanes.get(node) ?? []);
    y = laid(fromFarToNear(own), y, lines) + (own.length === 0 ? 0 : ENTRY);
    for (const node of row) boxes.set(node, { start: y, end: y + HEIGHT });
    y += HEIGHT + GAP;
  }
  return { boxes, spaces: spans, lines, end: y };
}

/** As seen from the left, so that no line to a farther box crosses the last part of one to a nearer box. */
function fromFarToNear(lanes: readonly Lane[]): readonly Lane[] {
  return [...lanes].reverse();
}

function lanesBy(routes: readonly Route[]): ReadonlyMap<Lane['below'], readonly Lane[]> {
  const lanes = new Map<string, Lane>();
  for (const { parts } of routes)
    for (const part of parts) if (part.kind === 'lane') lanes.set(part.key, part);
  return groupBy(lanes.values(), ({ below }) => below);
}

function laid(lanes: readonly Lane[], top: number, lines: Map<string, number>): number {
  for (const [index, { key }] of lanes.entries()) lines.set(key, top + LANE * (index + 1));
  return top + LANE * lanes.length;
}

function heightOf({ node }: Place, sides: Sides): number {
  return Math.max(HEIGHT, sideHeight(sides.at(node.id, 'left')), sideHeight(sides.at(node.id, 'right')));
}

function around(middle: number, height: number): Span {
  return { start: middle - height / 2, end: middle + height / 2 };
}
