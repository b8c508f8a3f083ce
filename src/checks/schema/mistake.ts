import { isList, isMap, type Path, type Value } from '../../manifests/value';
import type { SchemaId } from './rules';

/** What is wrong at one place of an object. */
export interface Mistake {
  readonly check: SchemaId;
  readonly path: Path;
  /** Default: the value. */
  readonly part?: 'key';
  readonly message: string;
  readonly remedy: string;
}

/** A value as a message shows it: `"x"`, `"8080"`, `a list`. */
export function shownValue(value: Value): string {
  if (isList(value)) return 'a list';
  if (isMap(value)) return 'a map';
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}
