import type { Span } from './geometry';
import type { Place } from './plan';
import type { Port } from './routes';
import type { Sides } from './sides';

const PITCH = 10;
const PITCH_OF_TEXTS = 20;
const ENDS = 16;

/** How high a box has to be for what comes at one of its sides. */
export function sideHeight(ports: readonly Port[]): number {
  return ports.length * pitchOf(ports) + ENDS;
}

function pitchOf(ports: readonly Port[]): number {
  return ports.some(({ text }) => text !== '') ? PITCH_OF_TEXTS : PITCH;
}

/**
 * How far down the ports of a row are. In a gutter those of its left boxes are at other levels than those of its right ones, since two
 * lines at one level would look like one; what leads straight across is level.
 */
export function portLevels(
  places: readonly Place[],
  boxes: ReadonlyMap<string, Span>,
  sides: Sides,
): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { node } of places)
    for (const [key, level] of spread(sides.at(node.id, 'right'), boxes.get(node.id))) levels.set(key, level);
  for (const { node, column } of places) {
    const ports = sides.at(node.id, 'left');
    const plain = spread(ports, boxes.get(node.id));
    const neighbour = places.find((other) => other.column === column - 1);
    const facing = neighbour === undefined ? [] : sides.at(neighbour.node.id, 'right');
    const shift = shiftOf(ports, plain, facing, levels, sides);
    for (const [key, level] of plain) levels.set(key, level + shift);
  }
  return levels;
}

function spread(
  ports: readonly Port[],
  { start, end }: Span = { start: 0, end: 0 },
): ReadonlyMap<string, number> {
  const middle = (start + end) / 2;
  const first = middle - ((ports.length - 1) / 2) * pitchOf(ports);
  return new Map(ports.map(({ key }, index) => [key, first + index * pitchOf(ports)]));
}

/** How far one side of a box moves, so that as many lines as can be lead straight across and none meets another. */
function shiftOf(
  ports: readonly Port[],
  plain: ReadonlyMap<string, number>,
  facing: readonly Port[],
  levels: ReadonlyMap<string, number>,
  sides: Sides,
): number {
  const costs = SHIFTS.map((shift) => {
    let cost = Math.abs(shift) / 100;
    for (const port of ports)
      for (const other of facing) {
        const level = (plain.get(port.key) ?? 0) + shift;
        if (level === levels.get(other.key)) cost += sides.areJoined(other, port) ? -1 : MEETING;
      }
    return cost;
  });
  return SHIFTS[costs.indexOf(Math.min(...costs))] ?? 0;
}

const SHIFTS = [0, PITCH / 2, -PITCH / 2] as const;
const MEETING = 1000;
