import type { Manifest } from '../manifests/manifest';
import type { Path, Value } from '../manifests/value';
import { remembered } from '../text/remembered';

/** What becomes of one object. */
export type Change =
  | { readonly is: 'added'; readonly base?: undefined; readonly head: Manifest; readonly fields: readonly [] }
  | {
      readonly is: 'removed';
      readonly base: Manifest;
      readonly head?: undefined;
      readonly fields: readonly [];
    }
  | {
      readonly is: 'changed';
      readonly base: Manifest;
      readonly head: Manifest;
      /** Empty where the two differ in spelling alone. */
      readonly fields: readonly FieldChange[];
    }
  /** Argo CD makes the new one and deletes the old one. */
  | {
      readonly is: 'renamed';
      readonly base: Manifest;
      readonly head: Manifest;
      readonly fields: readonly FieldChange[];
    };

/** One field of an object that is in both trees. */
export interface FieldChange {
  readonly field: Field;
  /** As written, but for a Secret's text, which is in base64 unless the field leads into it; undefined where it is not there. */
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /** Where it stands, or would stand. */
  readonly basePath: Path;
  readonly headPath: Path;
  /** `order`: the same items of a list in another order; the two values are their keys. */
  readonly is: 'value' | 'order';
}

/** Steps from the root, which hold while others are added beside: an item of a list is `[minio]`, or `[0]` where it has no key. */
export type Field = readonly string[];

/** A step into a text that holds a document of its own. */
export const INSIDE = '›';

/** `spec.template.spec.containers[minio].image`, `data."config.toml" › runners[main].limit` */
export function fieldText(field: Field): string {
  return field.reduce((text, step) => {
    if (step === INSIDE) return `${text} ${INSIDE} `;
    const isJoined = text === '' || step.startsWith('[') || text.endsWith(`${INSIDE} `);
    return `${text}${isJoined ? '' : '.'}${STEP.test(step) ? step : JSON.stringify(step)}`;
  }, '');
}

const STEP = /^(?:\[|[\w-]+$)/;

/** Whether a field is a path such as `spec.template` or below it; `[]` stands for each item of a list, `*` for any step. */
export function isBelow(field: Field, path: string): boolean {
  const steps = stepsOf(path);
  return (
    field.length >= steps.length &&
    steps.every((step, depth) => {
      const own = field[depth] ?? '';
      return step === '*' || own === step || (step === '[]' && own.startsWith('['));
    })
  );
}

/** Rows ask with some hundred paths, each a thousand times. */
const stepsOf = remembered((path) => path.replaceAll('[]', '.[]').split('.'));
