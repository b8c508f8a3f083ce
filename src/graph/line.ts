import type { Point } from './layout/geometry';

/** A line with round corners and a head. Drawn from its head, so that the dashes of lines that come together fall on each other. */
export function arrow(points: readonly Point[]): string {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (end === undefined || before === undefined) return '';
  const turn = before.x === end.x ? (before.y < end.y ? 90 : -90) : before.x < end.x ? 0 : 180;
  const back = [...points].reverse();
  const steps = back.slice(1).map((point, index) => step(back[index] ?? point, point, back[index + 2]));
  return (
    `<path d="M${spot(end)}${steps.join('')}"/>` +
    `<path class="head" d="M0 0L-10 -5L-10 5Z" transform="translate(${spot(end)}) rotate(${whole(turn)})"/>`
  );
}

const RADIUS = 6;

/** To a corner, and round it. */
function step(from: Point, corner: Point, next: Point | undefined): string {
  if (next === undefined) return `L${spot(corner)}`;
  const radius = Math.min(RADIUS, distance(from, corner) / 2, distance(corner, next) / 2);
  return `L${spot(towards(corner, from, radius))}Q${spot(corner)} ${spot(towards(corner, next, radius))}`;
}

function distance(one: Point, other: Point): number {
  return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
}

function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

function spot({ x, y }: Point): string {
  return `${whole(x)} ${whole(y)}`;
}

/** One digit behind the point, so that the same graph has the same bytes. */
export function whole(number: number): string {
  return String(Math.round(number * 10) / 10);
}
