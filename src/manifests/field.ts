import { at, textOf, type Path, type Value } from './value';

/**
 * A path that holds while others are added beside: `spec.containers[minio].image`. An item of a list is named by its name, or
 * by its place where it has none.
 */
export function fieldOf(object: Value, path: Path): string {
  return path
    .map((part, depth) => {
      if (typeof part === 'string') return /^[\w-]+$/.test(part) ? part : JSON.stringify(part);
      return `[${textOf(at(object, ...path.slice(0, depth + 1), 'name')) ?? String(part)}]`;
    })
    .join('.')
    .replaceAll('.[', '[');
}
