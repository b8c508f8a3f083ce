import type { Definition } from '../../facts/kubernetes';
import type { Path, Value, ValueMap } from '../../manifests/value';
import { nearest } from '../../text/closest';
import type { Mistake } from './mistake';
import type { Shapes } from './shapes';

/** A field that the definition of its map does not have; `path` is that of the map. */
export function unknownField(
  { definitions, other, minor, release }: Shapes,
  field: string,
  definition: Definition,
  name: string | undefined,
  path: Path,
): Mistake | undefined {
  const elsewhere = name === undefined ? undefined : other.definitions[name]?.properties;
  if (elsewhere !== undefined && Object.hasOwn(elsewhere, field)) {
    // Between two known releases nobody knows when it came or went.
    if (release !== `1.${String(minor)}`) return undefined;
    return {
      check: 'field-of-other-release',
      path: [],
      part: 'key',
      message: `Kubernetes ${other.release} has the field "${field}", the chosen release does not: it refuses the object or drops the field`,
      remedy: `remove it, or choose another release by "--kubernetes"`,
    };
  }
  const known = Object.keys(definition.properties ?? {});
  const near = nearest(field, known);
  const below = near === undefined ? placeBelow(definitions, definition, field, 3) : undefined;
  const owner = path.findLast((part) => typeof part === 'string') ?? 'the object';
  return {
    check: 'unknown-field',
    path: [],
    part: 'key',
    message: `There is no field "${field}" in "${owner}": kubectl refuses the object, and Argo CD drops the field in silence`,
    remedy:
      near !== undefined
        ? `write "${near}"`
        : below !== undefined
          ? `move it to "${[...below, field].join('.')}"`
          : 'remove it',
  };
}

/** Where a field would be at home, from the map that has it wrongly. */
function placeBelow(
  definitions: Shapes['definitions'],
  definition: Definition,
  field: string,
  depth: number,
): readonly string[] | undefined {
  if (depth === 0) return undefined;
  const inside = Object.entries(definition.properties ?? {}).flatMap(([key, { $ref }]) => {
    const meant = $ref === undefined ? undefined : definitions[$ref.slice('#/definitions/'.length)];
    return meant === undefined || key === 'metadata' ? [] : [{ key, meant }];
  });
  const owner = inside.find(({ meant }) => Object.hasOwn(meant.properties ?? {}, field));
  if (owner !== undefined) return [owner.key];
  for (const { key, meant } of inside) {
    const further = placeBelow(definitions, meant, field, depth - 1);
    if (further !== undefined) return [key, ...further];
  }
  return undefined;
}

export function missingFields(
  { custom }: Shapes,
  map: ValueMap,
  { required }: Definition,
): readonly Mistake[] {
  if (required === undefined) return [];
  const missing = required.filter((field) => isMissing(map[field], custom));
  return missing.map((field): Mistake => ({
    check: 'missing-field',
    path: map[field] === undefined ? [] : [field],
    message: `"${field}" is missing here, and the API server refuses the object without it`,
    remedy: `write "${field}"`,
  }));
}

/** Go cannot tell an empty text or list from none. */
function isMissing(value: Value | undefined, custom: boolean): boolean {
  if (value === undefined || value === null) return true;
  return !custom && (value === '' || (Array.isArray(value) && value.length === 0));
}
