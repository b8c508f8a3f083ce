import fc from 'fast-check';
import { NEWEST } from '../../src/api/release';
import type { ValueMap } from '../../src/manifests/value';
import { review } from '../../src/review/review';
import { OBJECTS, TREES } from './review/objects';
import { pens, plainFiles, respelled, type Pen } from './review/respelled';
import { PATIENCE_MS, runs } from './runs';

test.each(TREES)(
  '%s is the same tree in another order, with other quantities, as JSON and in other files',
  (_, objects) => {
    fc.assert(
      fc.property(pens, (pen) => {
        expect(told(objects, pen)).toEqual([]);
      }),
      runs(0.002),
    );
  },
  PATIENCE_MS,
);

test(
  'Any objects are the same in another order, with other quantities, as JSON and in other files',
  () => {
    const some = fc.uniqueArray(fc.constantFrom(...OBJECTS), {
      minLength: 1,
      maxLength: 8,
      selector: nameOf,
    });
    fc.assert(
      fc.property(some, pens, (objects, pen) => {
        expect(told(objects, pen)).toEqual([]);
      }),
      runs(0.15),
    );
  },
  PATIENCE_MS,
);

/** What is told beyond another spelling. */
function told(objects: readonly ValueMap[], pen: Pen): readonly string[] {
  const { verdicts, worlds } = review(plainFiles(objects), respelled(objects, pen), NEWEST);
  const fields = worlds
    .flatMap(({ changes }) => changes)
    .flatMap((change) => change.fields.map(({ field }) => field.join('.')));
  return [...verdicts.map(({ risk }) => risk.id).filter((id) => id !== 'spelling'), ...fields];
}

function nameOf({ apiVersion, kind, metadata }: ValueMap): string {
  const { name, namespace } = metadata as ValueMap;
  return JSON.stringify([apiVersion, kind, namespace, name]);
}
