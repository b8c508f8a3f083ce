import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '../../../manifests/manifest';
import type { Value } from '../../../manifests/value';
import { hooksOf } from '../../../system/sync-step';
import { isBelow, type FieldChange } from '../../change';
import { syncOptions, typeOf } from '../subject';
import type { Judgement, Risk } from '../risk';

/** Fields that the API server keeps as they were. */
export interface Fixed extends Pick<Risk, 'id' | 'change' | 'source'> {
  /** `GROUP/KIND` */
  readonly types: readonly string[];
  readonly fields: readonly string[];
  /** Below them, and free all the same. */
  readonly free?: readonly string[];
  /** What the API server writes where nothing is said. */
  readonly defaults?: Readonly<Record<string, Value>>;
  readonly when?: (base: Manifest, head: Manifest, field: FieldChange) => boolean;
  readonly message: string;
  readonly instead: string;
}

/** The row of fixed fields: told once an object, of all of them. */
export function rowOf(fixed: Fixed): Risk {
  const { id, change, source, types, message, instead } = fixed;
  return {
    id,
    class: 'APPLY-REJECTED',
    change,
    why: 'The API server refuses the object, so nothing of its change happens, and the sync fails.',
    source,
    *judge({ is, base, head, fields }): Generator<Judgement> {
      if (is !== 'changed' || !types.includes(typeOf(head)) || isMadeAnew(head)) return;
      const about = fields.filter((one) => isFixed(fixed, base, head, one));
      if (about.length > 0) yield { about, message, instead };
    },
  };
}

/**
 * Argo CD deletes a hook before it makes the next one, and kubectl deletes what it may force.
 * (argo-cd, gitops-engine/pkg/sync/hook/delete_policy.go; kubectl, pkg/cmd/apply/patcher.go)
 */
export function isMadeAnew(head: Manifest): boolean {
  return hooksOf(head) !== undefined || syncOptions(head).has('Force=true');
}

function isFixed(fixed: Fixed, base: Manifest, head: Manifest, field: FieldChange): boolean {
  const { fields, free = [], defaults = {}, when = () => true } = fixed;
  const path = fields.find((one) => isBelow(field.field, one));
  if (path === undefined || free.some((one) => isBelow(field.field, one))) return false;
  const said = defaults[field.field.join('.')];
  return !isDeepStrictEqual(field.before ?? said, field.after ?? said) && when(base, head, field);
}
