import type { Point } from './geometry';

/** A line that goes through all points, level at each of them, with a head. */
export function arrow(points: readonly Point[]): string {
  const [first, ...more] = points;
  const [last, before] = [points.at(-1), points.at(-2)];
  if (first === undefined || last === undefined || before === undefined) return '';
  const turn = last.x < before.x ? 180 : 0;
  const curves = more.map((point, index) => curve(points[index] ?? first, point));
  return (
    `<path d="M${spot(first)}${curves.join('')}"/>` +
    `<path class="head" d="M0 0L-10 -5L-10 5Z" transform="translate(${spot(last)}) rotate(${whole(turn)})"/>`
  );
}

function curve(from: Point, to: Point): string {
  if (from.y === to.y) return `L${spot(to)}`;
  const x = (from.x + to.x) / 2;
  return `C${spot({ x, y: from.y })} ${spot({ x, y: to.y })} ${spot(to)}`;
}

function spot({ x, y }: Point): string {
  return `${whole(x)} ${whole(y)}`;
}

/** One digit behind the point, so that the same graph has the same bytes. */
export function whole(number: number): string {
  return String(Math.round(number * 10) / 10);
}
