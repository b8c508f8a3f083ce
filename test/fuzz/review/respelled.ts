import fc, { type Arbitrary } from 'fast-check';
import { stringify } from 'yaml';
import { isList, isMap, type Value, type ValueMap } from '../../../src/manifests/value';
import type { SourceFile } from '../../../src/manifests/source';

/** How a tree is written anew; each number is a die that is thrown again and again. */
export interface Pen {
  readonly order: number;
  readonly perFile: number;
  readonly asJson: boolean;
  readonly asList: boolean;
  readonly flow: boolean;
}

export const pens: Arbitrary<Pen> = fc.record({
  order: fc.nat(),
  perFile: fc.integer({ min: 1, max: 5 }),
  asJson: fc.boolean(),
  asList: fc.boolean(),
  flow: fc.boolean(),
});

/** With the words that Kubernetes takes for true and false in quotes. */
const YAML = { version: '1.1' } as const;

/** As somebody would write it who takes nothing away. */
export function plainFiles(objects: readonly ValueMap[]): readonly SourceFile[] {
  return objects.map((object, index) => ({ path: `${String(index)}.yaml`, text: stringify(object, YAML) }));
}

/** The same objects in another order of keys, with other spellings of quantities and base64, in other files. */
export function respelled(objects: readonly ValueMap[], pen: Pen): readonly SourceFile[] {
  const throwDie = die(pen.order);
  const written = shuffled(objects, throwDie).map((object) => anew(object, '', throwDie) as ValueMap);
  const files = Array.from({ length: Math.ceil(written.length / pen.perFile) }, (_, index) =>
    written.slice(index * pen.perFile, (index + 1) * pen.perFile),
  );
  return files.map((items, index) => ({ path: `other/${String(index)}.yaml`, text: textOf(items, pen) }));
}

function textOf(items: readonly ValueMap[], { asJson, asList, flow }: Pen): string {
  const list = { apiVersion: 'v1', kind: 'List', items };
  if (asJson) return JSON.stringify(list, undefined, 1);
  const style = flow ? ({ ...YAML, collectionStyle: 'flow', lineWidth: 0 } as const) : YAML;
  return asList ? stringify(list, style) : items.map((item) => stringify(item, style)).join('---\n');
}

function anew(value: Value, key: string, throwDie: () => number): Value {
  if (isList(value)) return value.map((item) => anew(item, key, throwDie));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    shuffled(Object.entries(value), throwDie).map(([name, inside]) => [
      name,
      QUANTITIES.has(key) && !isMap(inside) ? requantified(inside) : anew(inside, name, throwDie),
    ]),
  );
}

const QUANTITIES: ReadonlySet<string> = new Set(['limits', 'requests', 'hard']);

function requantified(value: Value): Value {
  const [, number = '', unit = ''] =
    /^(\d+)(Gi|Mi|m)?$/.exec(typeof value === 'string' ? value : JSON.stringify(value)) ?? [];
  if (number === '') return value;
  if (unit === 'm') return Number(number) / 1000;
  return unit === '' ? `${number}000m` : `${String(Number(number) * 1024)}${unit === 'Gi' ? 'Mi' : 'Ki'}`;
}

function shuffled<Item>(items: readonly Item[], throwDie: () => number): readonly Item[] {
  return items
    .map((item) => [throwDie(), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);
}

/** Numbers that follow from the first one alone. */
function die(seed: number): () => number {
  let state = seed + 1;
  return () => (state = (state * 48271) % 2147483647);
}
