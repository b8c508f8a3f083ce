import type { Definition } from '../../facts/kubernetes';
import { isList, isMap, type Value, type ValueMap } from '../../manifests/value';
import { countFaults, scalarFaults } from './leaf';
import type { Mistake } from './mistake';
import { missingFields, unknownField } from './fields';
import { listFaults } from './keyed';
import { objectDemands } from './demands';
import type { Shapes } from './shapes';

/** Compares an object with its definition, field by field, and says each mistake once. */
export class Walk {
  private readonly path: (string | number)[] = [];

  constructor(
    private readonly shapes: Shapes,
    private readonly tell: (mistake: Mistake) => void,
  ) {}

  /** Null is absence, as it is to Go. */
  visit(value: Value | undefined, definition: Definition): void {
    if (value === undefined || value === null) return;
    const name = definition.$ref?.slice(PREFIX.length);
    const meant = name === undefined ? definition : this.shapes.definitions[name];
    if (meant === undefined) return;
    if (meant.type === 'object' && isMap(value)) this.visitMap(value, meant, name);
    else if (meant.type === 'array' && isList(value)) this.visitList(value, meant);
    else this.report(scalarFaults(value, meant, name));
  }

  private visitMap(map: ValueMap, definition: Definition, name: string | undefined): void {
    const { properties, additionalProperties } = definition;
    for (const field of Object.keys(map)) {
      const known =
        properties !== undefined && Object.hasOwn(properties, field) ? properties[field] : undefined;
      const inside = known ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
      this.path.push(field);
      if (inside !== undefined) {
        this.visit(map[field], inside);
      } else if (additionalProperties === false) {
        const mistake = unknownField(this.shapes, field, definition, name, this.path.slice(0, -1));
        if (mistake !== undefined) this.report([mistake]);
      }
      this.path.pop();
    }
    this.report(missingFields(this.shapes, map, definition));
    if (name !== undefined) this.report(objectDemands(name, map, this.shapes.minor));
  }

  private visitList(list: readonly Value[], definition: Definition): void {
    const { items } = definition;
    if (items !== undefined) {
      for (const [index, item] of list.entries()) {
        this.path.push(index);
        this.visit(item, items);
        this.path.pop();
      }
    }
    this.report(countFaults(list, definition));
    this.report(listFaults(list, definition));
  }

  /** The paths of mistakes are relative to where the walk stands. */
  private report(mistakes: readonly Mistake[]): void {
    for (const mistake of mistakes) this.tell({ ...mistake, path: [...this.path, ...mistake.path] });
  }
}

const PREFIX = '#/definitions/';
