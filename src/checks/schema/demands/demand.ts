import { listOf, mapOf, type Path, type Value, type ValueMap } from '../../../manifests/value';
import type { Form } from '../forms';
import type { Mistake } from '../mistake';
import type { SchemaId } from '../rules';

/** What is wrong with a map of one definition; paths begin at that map. */
export type ObjectDemand = (object: ValueMap, minor: number) => readonly Mistake[];

/** What the API server asks of the maps of a definition, by the name of the definition. */
export type Demands = Readonly<Record<string, readonly ObjectDemand[]>>;

/** A text of a field that must have a form. */
export function formed(field: string, check: SchemaId, form: Form): ObjectDemand {
  return (object) => {
    const value = object[field];
    return typeof value === 'string' && value !== '' && !form.accepts(value)
      ? [refusedForm(check, [field], value, form)]
      : [];
  };
}

export function refusedForm(check: SchemaId, path: Path, value: string, form: Form, part?: 'key'): Mistake {
  return {
    check,
    path,
    ...(part === undefined ? {} : { part }),
    message: `"${value.slice(0, 80)}" is refused by the API server`,
    remedy: `write ${form.wanted}`,
  };
}

/** A mistake whose consequence is that the server refuses the object. */
export function refused(check: SchemaId, path: Path, what: string, remedy: string): Mistake {
  return { check, path, message: `${what}: the API server refuses the object`, remedy };
}

export function isSet(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** The maps of a list, with their places. */
export function mapsIn(value: Value | undefined): readonly (readonly [number, ValueMap])[] {
  return listOf(value).map((item, index) => [index, mapOf(item)] as const);
}
