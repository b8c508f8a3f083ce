import type { Manifest } from './manifest';
import type { Path } from './value';

/** A field of an object, or a line inside of it. */
export interface FieldSpot {
  readonly manifest: Manifest;
  readonly path: Path;
  /** Which of the two is pointed at. Default: the value. */
  readonly part?: 'key' | 'value';
  /** A line inside of a text value, such as a `config.toml`; counts from 0. */
  readonly line?: number;
}
