import type { Node } from '../graph';
import { boxWidth, textRoom } from './sizes';
import type { Span } from './geometry';
import type { Plan } from './plan';
import type { Sides } from './sides';

/** Which boxes of what is outside stand side by side, where each begins, and where lines come in. */
export interface Outside {
  readonly rows: readonly (readonly string[])[];
  readonly boxes: ReadonlyMap<string, Span>;
  readonly ports: ReadonlyMap<string, number>;
  /** Of the longest row. */
  readonly width: number;
}

const GAP = 24;

export function outsideOf({ outside }: Plan, sides: Sides, most: number): Outside {
  const rows: string[][] = [];
  const boxes = new Map<string, Span>();
  const ports = new Map<string, number>();
  let [x, width] = [0, 0];
  for (const node of outside) {
    const own = widthOf(node, sides);
    const last = rows.at(-1);
    if (last === undefined || x + own > most) {
      rows.push([node.id]);
      x = 0;
    } else last.push(node.id);
    boxes.set(node.id, { start: x, end: x + own });
    for (const [key, at] of entriesOf(node, sides, x, own)) ports.set(key, at);
    width = Math.max(width, x + own);
    x += own + GAP;
  }
  return { rows, boxes, ports, width };
}

function widthOf(node: Node, sides: Sides): number {
  const entries = sides.at(node.id, 'top').reduce((sum, { text }) => sum + textRoom(text), 0);
  return Math.max(boxWidth(node), entries + 2 * ROUND);
}

const ROUND = 18;

/** In the middle of the box, each with room for its text. */
function entriesOf(
  node: Node,
  sides: Sides,
  start: number,
  width: number,
): readonly (readonly [string, number])[] {
  const ports = sides.at(node.id, 'top');
  const rooms = ports.map(({ text }) => textRoom(text));
  const all = rooms.reduce((sum, room) => sum + room, 0);
  let x = start + (width - all) / 2;
  return ports.map(({ key }, index) => {
    const room = rooms[index] ?? 0;
    x += room;
    return [key, x - room / 2] as const;
  });
}
