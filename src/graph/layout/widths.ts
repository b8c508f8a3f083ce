import { COLUMNS } from './columns';
import type { Span } from './geometry';
import { titleWidth } from './measure';
import type { Place, Plan, Space } from './plan';
import type { Sides } from './sides';
import { boxWidth, spaceTitle, textRoom } from './sizes';

/** How wide columns are, and how much room lies between them and the lines of the gutters, within the frames of namespaces. */
export interface Widths {
  readonly columns: readonly number[];
  /** On the left and the right of each column. */
  readonly rooms: readonly { readonly left: number; readonly right: number }[];
  /** Of what is outside, below. */
  readonly below: number;
}

const FRAME = 14;
/** For the head of a line. */
const HEAD = 16;
const LEAST_BELOW = 860;

export function widthsOf({ places, spaces }: Plan, sides: Sides): Widths {
  const indexes = Array.from({ length: COLUMNS }, (_, column) => column);
  const own = indexes.map((column) => places.filter((place) => place.column === column));
  const columns = own.map((boxes, column) =>
    Math.max(
      0,
      ...boxes.map(({ node }) => boxWidth(node)),
      ...spaces
        .filter((space) => columnsIn(space, places).start === column)
        .map(({ name }) => Math.ceil(titleWidth(spaceTitle(name)))),
    ),
  );
  const rooms = own.map((boxes) => ({
    left: roomOf(boxes, sides, 'left'),
    right: roomOf(boxes, sides, 'right'),
  }));
  const all = [...columns, ...rooms.flatMap(({ left, right }) => [left, right])];
  return {
    columns,
    rooms,
    below: Math.max(
      LEAST_BELOW,
      all.reduce((sum, width) => sum + width, 0),
    ),
  };
}

function roomOf(boxes: readonly Place[], sides: Sides, side: 'left' | 'right'): number {
  if (boxes.length === 0) return 0;
  const ports = boxes.flatMap(({ node }) => sides.at(node.id, side));
  return FRAME + Math.max(0, ...ports.map(({ text }) => (text === '' ? HEAD : HEAD + textRoom(text))));
}

/** The first and the last column in which a namespace has boxes. */
export function columnsIn({ first, last }: Space, places: readonly Place[]): Span {
  const columns = places.filter(({ row }) => first <= row && row <= last).map(({ column }) => column);
  return { start: Math.min(...columns), end: Math.max(...columns) };
}
