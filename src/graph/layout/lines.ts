import type { Edge } from '../graph';
import type { Box, Point } from './geometry';
import type { Part, Port, Route } from './routes';
import { portText, textRoom } from './sizes';

/** An edge where it is drawn: its corners, from one box to the other. */
export interface Line {
  readonly edge: Edge;
  readonly points: readonly Point[];
}

/** What is written on a line, or on several that came together. */
export interface Label {
  readonly text: string;
  readonly box: Box;
}

type Places = ReadonlyMap<string, number>;
type Boxes = ReadonlyMap<string, Box>;

/** By the levels of what is level and the places of what is upright. */
export function linesOf(
  routes: readonly Route[],
  boxes: Boxes,
  levels: Places,
  uprights: Places,
): readonly Line[] {
  const corner = (one: Part, other: Part): Point => {
    const [upright, level] = isUpright(one) ? [one, other] : [other, one];
    return { x: uprights.get(upright.key) ?? 0, y: levels.get(level.key) ?? 0 };
  };
  const ends = (part: Part | undefined): readonly Point[] =>
    part?.kind === 'port' ? [spotOf(part, boxes, levels, uprights)] : [];
  return routes.map(({ edge, parts }) => {
    const corners = parts.slice(1).map((part, index) => corner(parts[index] ?? part, part));
    return { edge, points: straightened([...ends(parts[0]), ...corners, ...ends(parts.at(-1))]) };
  });
}

function isUpright(part: Part): boolean {
  return part.kind === 'trunk' || (part.kind === 'port' && part.side === 'top');
}

function spotOf({ key, node, side }: Port, boxes: Boxes, levels: Places, uprights: Places): Point {
  const { x, y, width } = boxes.get(node) ?? { x: 0, y: 0, width: 0 };
  if (side === 'top') return { x: uprights.get(key) ?? 0, y };
  return { x: side === 'left' ? x : x + width, y: levels.get(key) ?? 0 };
}

/** Without points at which nothing turns. */
function straightened(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last?.x === point.x && last.y === point.y) continue;
    const isOnWay =
      [before, last].every((other) => other?.x === point.x) ||
      [before, last].every((other) => other?.y === point.y);
    if (isOnWay) kept.pop();
    kept.push(point);
  }
  return kept;
}

const HEAD = 13;
const HEIGHT = 18;

/** Where a line comes to its box, once for all that come there together. */
export function labelsOf(
  routes: readonly Route[],
  boxes: Boxes,
  levels: Places,
  uprights: Places,
): readonly Label[] {
  const ports = new Map<string, Port>();
  for (const { parts } of routes) {
    const end = parts.at(-1);
    if (end?.kind === 'port' && end.text !== '') ports.set(end.key, end);
  }
  return [...ports.values()].map((port) => {
    const width = textRoom(port.text) - 6;
    const { x, y } = spotOf(port, boxes, levels, uprights);
    const corner = {
      left: { x: x - HEAD - width, y: y - HEIGHT / 2 },
      right: { x: x + HEAD, y: y - HEIGHT / 2 },
      top: { x: x - width / 2, y: y - HEAD - HEIGHT },
    }[port.side];
    return { text: portText(port.text), box: { ...corner, width, height: HEIGHT } };
  });
}
