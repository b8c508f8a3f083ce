import type { Definitions, Shape } from '../../api/definitions';
import type { Manifest } from '../../manifests/manifest';
import { isList, isMap, type Path, type Value, type ValueMap } from '../../manifests/value';
import type { Field, FieldChange } from '../change';
import { canonicalMap, canonicalObject, canonicalScalar, isNothing } from './canonical';
import { itemKeys } from './item-keys';

/** Where a comparison stands, in both objects. */
interface Spot {
  readonly field: Field;
  readonly basePath: Path;
  readonly headPath: Path;
}

/** What differs for the API server between two versions of an object: not how they are spelled. */
export function compare(base: Manifest, head: Manifest, definitions: Definitions): readonly FieldChange[] {
  const found: FieldChange[] = [];
  const shape = definitions.of(head) ?? definitions.of(base);
  const root: Spot = { field: [], basePath: [], headPath: [] };
  new Comparison(definitions, found).maps(
    canonicalObject(base.object, base.identity),
    canonicalObject(head.object, head.identity),
    shape,
    root,
  );
  return found;
}

class Comparison {
  constructor(
    private readonly definitions: Definitions,
    private readonly found: FieldChange[],
  ) {}

  maps(before: ValueMap, after: ValueMap, shape: Shape | undefined, spot: Spot): void {
    const [one, other] = [canonicalMap(before, shape), canonicalMap(after, shape)];
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      this.values(one[key], other[key], this.definitions.field(shape, key), {
        field: [...spot.field, key],
        basePath: [...spot.basePath, key],
        headPath: [...spot.headPath, key],
      });
    }
  }

  private values(
    before: Value | undefined,
    after: Value | undefined,
    shape: Shape | undefined,
    spot: Spot,
  ): void {
    if (isMap(before) && isMap(after)) this.maps(before, after, shape, spot);
    else if (isList(before) && isList(after)) this.lists(before, after, shape, spot);
    else {
      const [one, other] = [canonicalScalar(before, shape), canonicalScalar(after, shape)];
      if (isNothing(one, spot.field) && isNothing(other, spot.field)) return;
      if (JSON.stringify(one) !== JSON.stringify(other)) this.tell(spot, before, after);
    }
  }

  private lists(
    before: readonly Value[],
    after: readonly Value[],
    shape: Shape | undefined,
    spot: Spot,
  ): void {
    const [ones, others] = [itemKeys(before, shape), itemKeys(after, shape)];
    const positions = [before, after].map((list) => list.map((_, index) => String(index)));
    const byKey = ones !== undefined && others !== undefined;
    const [left, right] = byKey ? [ones, others] : [positions[0] ?? [], positions[1] ?? []];
    const item = this.definitions.item(shape);
    for (const key of new Set([...left, ...right])) {
      const [one, other] = [left.indexOf(key), right.indexOf(key)];
      this.values(before[one], after[other], item, {
        field: [...spot.field, `[${key}]`],
        basePath: one < 0 ? spot.basePath : [...spot.basePath, one],
        headPath: other < 0 ? spot.headPath : [...spot.headPath, other],
      });
    }
    const common = [left.filter((key) => right.includes(key)), right.filter((key) => left.includes(key))];
    const isSet = shape?.definition['x-kubernetes-list-type'] === 'set';
    if (byKey && !isSet && JSON.stringify(common[0]) !== JSON.stringify(common[1]))
      this.found.push({ ...spot, before: left, after: right, is: 'order' });
  }

  private tell(spot: Spot, before: Value | undefined, after: Value | undefined): void {
    this.found.push({ ...spot, before, after, is: 'value' });
  }
}
