import { isDeepStrictEqual } from 'node:util';
import type { Definitions, Shape } from '../../api/definitions';
import type { Manifest } from '../../manifests/manifest';
import { isList, isMap, type Value, type ValueMap } from '../../manifests/value';
import type { Field, FieldChange } from '../change';
import { Canon, isFreeMap, isUnordered, type Place } from './canonical/canon';
import { canonicalObject } from './canonical/object';
import { itemKeys } from './item-keys';
import { pairAsSets, pairByKey, pairByText } from './pairs';
import { openTexts, type Opened } from './texts/open-texts';
import { Spot } from './spot';

/** What differs for the API server between two versions of an object: not how they are spelled. */
export function compare(base: Manifest, head: Manifest, definitions: Definitions): readonly FieldChange[] {
  const found: FieldChange[] = [];
  const shape = definitions.of(head) ?? definitions.of(base) ?? UNKNOWN;
  const [before, after] = [base, head].map((one) => withoutStatus(canonicalObject(one), shape));
  const open = (field: Field, ...texts: readonly [string, string]): Opened | undefined =>
    openTexts(base, field, ...texts);
  new Comparison(new Canon(definitions), open, found).maps(before ?? {}, after ?? {}, shape, Spot.ROOT);
  return found;
}

/** Of every kind the API server keeps the metadata in the same way. */
const UNKNOWN: Shape = {
  name: 'unknown/v1/Object',
  definition: { properties: { metadata: { $ref: '#/definitions/meta.v1.ObjectMeta' } } },
};

/** Who applies an object of a built-in kind says nothing of its status. */
function withoutStatus({ status, ...object }: ValueMap, shape: Shape | undefined): ValueMap {
  const isBuiltIn = shape?.name?.includes('/') === false;
  return isBuiltIn || status === undefined ? object : { ...object, status };
}

class Comparison {
  constructor(
    private readonly canon: Canon,
    private readonly open: (field: Field, before: string, after: string) => Opened | undefined,
    private readonly found: FieldChange[],
  ) {}

  maps(before: ValueMap, after: ValueMap, shape: Shape | undefined, spot: Spot): void {
    const [one, other] = [this.canon.map(before, shape), this.canon.map(after, shape)];
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      // What one side leaves to the API server is told as it is written all the same.
      const [left, right] = [one[key] ?? before[key], other[key] ?? after[key]];
      this.values(left, right, this.canon.field(shape, key), spot.key(key));
    }
  }

  private values(before: Value | undefined, after: Value | undefined, place: Place, spot: Spot): void {
    if (isDeepStrictEqual(before, after)) return;
    if (isMap(before) && isMap(after)) this.maps(before, after, place.shape, spot);
    else if (isList(before) && isList(after)) this.lists(before, after, place, spot);
    else if (this.canon.textOf(before, place) !== this.canon.textOf(after, place)) {
      if (isFreeMap(place.shape) && (isMap(before) || isMap(after)))
        this.maps(isMap(before) ? before : {}, isMap(after) ? after : {}, place.shape, spot);
      else this.scalars(before, after, spot);
    }
  }

  private lists(before: readonly Value[], after: readonly Value[], place: Place, spot: Spot): void {
    const { shape } = place;
    const item = this.canon.item(shape);
    const [ones, others] = [itemKeys(before, shape), itemKeys(after, shape)];
    const isKeyed = ones !== undefined && others !== undefined && !isOneRenamed(ones, others, shape);
    const isSet = isUnordered(place) || shape?.definition['x-kubernetes-list-type'] === 'set';
    const textsOf = (list: readonly Value[]): readonly string[] =>
      list.map((one) => this.canon.textOf(one, item));
    const { pairs, isMoved } = isKeyed
      ? pairByKey(ones, others)
      : (isSet ? pairAsSets : pairByText)(textsOf(before), textsOf(after));
    for (const [one, other] of pairs) {
      const step = (isKeyed ? (others[other ?? -1] ?? ones[one ?? -1]) : undefined) ?? String(other ?? one);
      const [left, right] = [before[one ?? -1], after[other ?? -1]];
      this.values(left, right, item, spot.item(step, one, other));
    }
    const order = isKeyed ? { before: ones, after: others } : { before, after };
    if (isMoved && !isSet) this.found.push({ ...spot.told, ...order, is: 'order' });
  }

  private scalars(before: Value | undefined, after: Value | undefined, spot: Spot): void {
    const opened =
      typeof before === 'string' && typeof after === 'string'
        ? this.open(spot.field, before, after)
        : undefined;
    if (opened === undefined) this.found.push({ ...spot.told, before, after, is: 'value' });
    else if (opened.are === 'documents') this.values(opened.before, opened.after, ANYTHING, spot.inside());
    else
      for (const { lines, before, after } of opened.hunks)
        this.found.push({ ...spot.inside().item(lines).told, before, after, is: 'value' });
  }
}

/** Where there is one on each side, it is the same by another name, such as the only runner of a configuration. */
function isOneRenamed(ones: readonly string[], others: readonly string[], shape: Shape | undefined): boolean {
  return shape?.definition === undefined && ones.length === 1 && others.length === 1 && ones[0] !== others[0];
}

/** Of what a text holds no definition is known. */
const ANYTHING: Place = { shape: undefined, around: undefined, key: '' };
