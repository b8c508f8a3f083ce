import type { Definitions, Shape } from '../../../api/definitions';
import { quantity } from '../../../api/quantity';
import { FILLED, SERVER_DEFAULTS, UNORDERED } from '../../../facts/defaults';
import { VALUE_FIELDS } from '../../../facts/kubernetes';
import { isList, isMap, type Value, type ValueMap } from '../../../manifests/value';
import { RELATIVE_DEFAULTS } from './relative-defaults';

/** Where a value stands. */
export interface Place {
  /** What may stand there; undefined where nothing is known. */
  readonly shape: Shape | undefined;
  /** Of the map around it; undefined for an item of a list, which says something by being there. */
  readonly around: Shape | undefined;
  readonly key: string;
}

/** Values as the API server keeps them: what means the same is the same. */
export class Canon {
  constructor(private readonly definitions: Definitions) {}

  field(around: Shape | undefined, key: string): Place {
    return { shape: this.definitions.field(around, key), around, key };
  }

  item(list: Shape | undefined): Place {
    return { shape: this.definitions.item(list), around: undefined, key: '' };
  }

  /** A map without what the API server would write itself, as far as that depends on what stands beside it. */
  map(map: ValueMap, shape: Shape | undefined): ValueMap {
    const make = Object.hasOwn(RELATIVE_DEFAULTS, shape?.name ?? '') && RELATIVE_DEFAULTS[shape?.name ?? ''];
    return make ? make(map) : map;
  }

  /** Undefined for what says nothing: null, which is absence to Go, a default, zero where zero and absence are one. */
  said(value: Value | undefined, place: Place): Value | undefined {
    if (value === undefined || value === null) return undefined;
    const kept = this.kept(value, place);
    return isSilent(kept, place) ? undefined : kept;
  }

  /** The same text for the same meaning. */
  textOf(value: Value | undefined, place: Place): string {
    return JSON.stringify(this.said(value, place) ?? null);
  }

  private kept(value: Value, place: Place): Value {
    const { shape } = place;
    if (isList(value)) {
      const item = this.item(shape);
      if (!isUnordered(place)) return value.map((one) => this.said(one, item) ?? null);
      return [...new Set(value.map((one) => this.textOf(one, item)))].sort();
    }
    if (!isMap(value)) return shape?.name === 'resource.Quantity' ? (quantity(value) ?? value) : value;
    const entries = Object.entries(this.map(value, shape)).flatMap(([key, inside]) => {
      const said = this.said(inside, this.field(shape, key));
      return said === undefined ? [] : [[key, said] as const];
    });
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

export function isUnordered({ around, key }: Place): boolean {
  return UNORDERED[around?.name ?? '']?.includes(key) === true;
}

/** Whether `properties` of its own are no part of it: labels, data, limits. */
export function isFreeMap(shape: Shape | undefined): boolean {
  return (
    shape?.definition.properties === undefined && typeof shape?.definition.additionalProperties === 'object'
  );
}

/** Of kinds that others define nothing but null is dropped: there an empty map may be the choice itself. */
function isSilent(value: Value, { shape, around, key }: Place): boolean {
  const name = around?.name ?? '';
  if (name === '' || name.includes('/')) return false;
  if (isList(value)) return value.length === 0;
  const isValue = VALUE_FIELDS[name]?.includes(key) === true;
  if (!isMap(value)) return SERVER_DEFAULTS[name]?.[key] === value || (isValue && ZEROES.has(value));
  if (Object.keys(value).length > 0) return false;
  return isValue || isFreeMap(shape) || FILLED[name]?.includes(key) === true;
}

const ZEROES: ReadonlySet<Value> = new Set(['', 0, false]);
