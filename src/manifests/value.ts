/** What YAML can hold. Nobody has checked its shape, so it is read with the functions below. */
export type Value = string | number | boolean | null | readonly Value[] | ValueMap;

export interface ValueMap {
  readonly [key: string]: Value;
}

/** From the root: `['spec', 'ports', 0, 'name']`. */
export type Path = readonly (string | number)[];

/** What stands at a path; undefined where the path leads nowhere. */
export function at(value: Value | undefined, ...path: Path): Value | undefined {
  return valueAt(value, path);
}

/** The same for a path that is there already. */
export function valueAt(value: Value | undefined, path: Path): Value | undefined {
  let inside = value;
  for (const part of path) {
    if (typeof inside !== 'object' || inside === null) return undefined;
    if (typeof part === 'number') inside = isList(inside) ? inside[part] : undefined;
    else inside = isMap(inside) && Object.hasOwn(inside, part) ? inside[part] : undefined;
  }
  return inside;
}

export function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Empty for what is no map. */
export function mapOf(value: Value | undefined): ValueMap {
  return isMap(value) ? value : {};
}

/** Empty for what is no list. */
export function listOf(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}

/** Undefined for what is no text. */
export function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The entries of a map that are text, as labels, annotations and data are. */
export function textsOf(value: Value | undefined): Readonly<Record<string, string>> {
  if (!isMap(value)) return NO_TEXTS;
  if (Object.values(value).every((entry) => typeof entry === 'string'))
    return value as Record<string, string>;
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const NO_TEXTS: Readonly<Record<string, string>> = {};

/** `spec.ports[0].name`, with quotes around what is no plain word. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${String(part)}]`;
    const word = /^[\w-]+$/.test(part) ? part : JSON.stringify(part);
    return text === '' ? word : `${text}.${word}`;
  }, '');
}
