import type { Shape } from '../../api/definitions';
import { at, isMap, textOf, type Value } from '../../manifests/value';

/**
 * What tells the items of a list apart, so that one that moves is not two that change: its keys as server-side apply has them,
 * the values themselves of a set, a name where the kind is not known. Undefined where only the position counts, or two are alike.
 */
export function itemKeys(list: readonly Value[], shape: Shape | undefined): readonly string[] | undefined {
  const keys = list.map((item) => keyOf(item, shape));
  const known = keys.filter((key) => key !== undefined);
  return known.length === list.length && new Set(known).size === known.length ? known : undefined;
}

function keyOf(item: Value, shape: Shape | undefined): string | undefined {
  const definition = shape?.definition;
  if (definition?.['x-kubernetes-list-type'] === 'set') return JSON.stringify(item);
  const merged = definition?.['x-kubernetes-patch-merge-key'];
  const fields = definition?.['x-kubernetes-list-map-keys'] ?? (merged === undefined ? undefined : [merged]);
  if (fields === undefined) return isMap(item) && definition === undefined ? textOf(item.name) : undefined;
  const values = fields.map((field) => at(item, field) ?? KEY_DEFAULTS[field]);
  return values.every((value) => value === undefined) ? undefined : values.map(textOfKey).join('/');
}

function textOfKey(value: Value | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

const KEY_DEFAULTS: Readonly<Record<string, string>> = { protocol: 'TCP' };
