import { inOrder, type AcceptedFinding, type Finding } from '../findings/finding';
import { objectName } from '../manifests/identity';
import type { Check } from './check';
import { exceptionsOf, unusedExceptions, type Exception } from './exceptions';
import { findIn } from './judge';
import type { System } from '../system/system';

export interface Judgement {
  readonly findings: readonly Finding[];
  /** What was found and is accepted by an annotation of its object, in the order of the checks. */
  readonly accepted: readonly AcceptedFinding[];
}

/** What checks find, but for what is accepted; `ids` are those of all checks, run or not. */
export function judgeAndAccept(
  system: System,
  checks: readonly Check[],
  ids: ReadonlySet<string>,
): Judgement {
  const exceptions = system.view(exceptionsOf);
  const byTarget = new Map(
    exceptions.map((exception) => [targetOf(exception.manifest.identity, exception.check), exception]),
  );
  const used = new Set<Exception>();
  const findings: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of findIn(system, checks)) {
    const exception = finding.object && byTarget.get(targetOf(finding.object, finding.check));
    if (exception !== undefined) used.add(exception);
    if (exception === undefined || exception.reason === '') findings.push(finding);
    else accepted.push({ finding, reason: exception.reason });
  }
  const ran = new Set(checks.map(({ id }) => id));
  const unused = exceptions.filter(
    (exception) => !used.has(exception) && (ran.has(exception.check) || !ids.has(exception.check)),
  );
  const idle = findIn(system, [unusedExceptions(unused, ids)]);
  return { findings: [...findings, ...idle].sort(inOrder), accepted };
}

function targetOf(object: NonNullable<Finding['object']>, check: string): string {
  return `${check} ${object.group}/${objectName(object)}`;
}
