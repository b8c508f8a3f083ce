export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `x` and `y` are its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A part of one of the axes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
