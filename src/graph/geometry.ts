import type { Edge } from './graph';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `x` and `y` are its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** An edge where it is drawn. */
export interface Line {
  readonly edge: Edge;
  readonly points: readonly Point[];
  /** The middle of its text. */
  readonly label: Point;
}
