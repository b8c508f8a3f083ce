import { ACCEPT } from '../facts/acceptance';
import type { Rule } from '../findings/rule';
import { objectName } from '../manifests/identity';
import type { Manifest } from '../manifests/manifest';
import { textsOf } from '../manifests/value';
import type { Check, Fault } from './check';
import type { System } from '../system/system';

/** What somebody accepts: a check's findings in one object. */
export interface Exception {
  readonly manifest: Manifest;
  readonly check: string;
  /** Empty where none is said; then nothing is accepted. */
  readonly reason: string;
}

export function exceptionsOf({ manifests }: System): readonly Exception[] {
  return manifests.flatMap((manifest) =>
    Object.entries(textsOf(manifest.at('metadata', 'annotations')))
      .filter(([name]) => name.startsWith(ACCEPT))
      .map(([name, reason]) => ({ manifest, check: name.slice(ACCEPT.length), reason: reason.trim() })),
  );
}

const SOURCE = 'the annotation is runner-cache’s own';

export const EXCEPTION_WITHOUT_REASON: Check = {
  id: 'exception-without-reason',
  severity: 'error',
  rule: 'Who accepts a finding says why',
  why: 'The reason is all that a reviewer has; without one the finding counts.',
  source: SOURCE,
  find: (system) =>
    system
      .view(exceptionsOf)
      .filter(({ reason }) => reason === '')
      .map((exception) => ({
        spot: spotOf(exception),
        message: `Cannot accept "${exception.check}" without a reason`,
        remedy: 'write the reason as the value of the annotation, or remove it',
      })),
};

export const UNUSED_EXCEPTION: Rule = {
  id: 'unused-exception',
  severity: 'warning',
  rule: 'Each exception accepts something',
  why: 'An exception that matches nothing hides the next fault of its kind, and nobody remembers why it is there.',
  source: SOURCE,
};

/** Says of exceptions that nothing matched them. */
export function unusedExceptions(unused: readonly Exception[], ids: ReadonlySet<string>): Check {
  return { ...UNUSED_EXCEPTION, find: () => unused.map((exception) => unusedFault(exception, ids)) };
}

function unusedFault(exception: Exception, ids: ReadonlySet<string>): Fault {
  const { check, manifest } = exception;
  return {
    spot: spotOf(exception),
    message: ids.has(check)
      ? `Nothing that "${check}" finds is in ${objectName(manifest.identity)}`
      : `There is no check "${check}"`,
    remedy: 'remove the annotation',
  };
}

function spotOf({ manifest, check }: Exception): Fault['spot'] {
  return { manifest, path: ['metadata', 'annotations', `${ACCEPT}${check}`], part: 'key' };
}
