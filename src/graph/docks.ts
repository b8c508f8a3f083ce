import { groupBy } from '../manifests/groups';
import type { Box, Line, Point } from './geometry';

/** Lets each line leave and come at a side of its boxes, apart from the others there, so that none goes through a box beside. */
export function docked(lines: readonly Line[], boxes: ReadonlyMap<string, Box>): readonly Line[] {
  const ends = lines.flatMap((line) => {
    const { from, to } = line.edge;
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (a === undefined || b === undefined) return [];
    const isOn = b.x >= a.x;
    const [second = line.label, last = line.label] = [line.points[1], line.points.at(-2)];
    return [
      { line, is: 'start', id: from, box: a, isRight: isOn, toward: second },
      { line, is: 'end', id: to, box: b, isRight: !isOn, toward: last },
    ] as const;
  });
  const spots = new Map<string, Point>();
  const places = new Map(lines.map((line, index) => [line, index]));
  const keyOf = (line: Line, is: string): string => `${is} ${String(places.get(line))}`;
  for (const same of groupBy(ends, ({ id, isRight }) => `${String(isRight)} ${id}`).values()) {
    const sorted = [...same].sort((a, b) => a.toward.y - b.toward.y);
    for (const [index, { line, is, box, isRight }] of sorted.entries()) {
      const x = isRight ? box.x + box.width : box.x;
      spots.set(keyOf(line, is), { x, y: box.y + (box.height * (index + 1)) / (sorted.length + 1) });
    }
  }
  return lines.map((line) => {
    const [start, end] = [spots.get(keyOf(line, 'start')), spots.get(keyOf(line, 'end'))];
    if (start === undefined || end === undefined) return line;
    return { ...line, points: [start, ...line.points.slice(1, -1), end] };
  });
}
