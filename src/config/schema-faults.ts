import type { z } from 'zod';
import { MOST_TOLD } from '../text/shown';
import { expectation } from './expectation';
import type { Fault, Path } from './fault';
import { unknownKey } from './unknown-key';

type Issue = z.core.$ZodIssue;

/** What the schema found, in our words, each once. */
export function schemaFaults(issues: readonly Issue[], input: unknown): Fault[] {
  const faults = new Map<string, Fault>();
  for (const issue of issues) {
    for (const fault of faultsOf(issue, [], input)) {
      const text = JSON.stringify([fault.path, fault.message]);
      if (!faults.has(text)) faults.set(text, fault);
    }
    if (faults.size >= MOST_TOLD) break;
  }
  return [...faults.values()].slice(0, MOST_TOLD);
}

function faultsOf(issue: Issue, above: Path, input: unknown): Fault[] {
  const path = [...above, ...(issue.path as Path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST_TOLD).map((key) => unknownKey(path, key, input));
    case 'invalid_union':
      return unionFaults(issue, path, input);
    case 'custom':
      return [{ path, message: issue.message }];
    default:
      return [{ path, message: expectation(path, input) }];
  }
}

/** Of several alternatives, the one that went furthest tells what is wrong. */
function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, input: unknown): Fault[] {
  const deepest = issue.errors.find((issues) =>
    issues.some((inner) => inner.path.length > 0 || isOwn(inner)),
  );
  if (deepest === undefined) return [{ path, message: expectation(path, input) }];
  return deepest.flatMap((inner) => faultsOf(inner, path, input));
}

function isOwn({ code }: Issue): boolean {
  return code === 'custom' || code === 'unrecognized_keys';
}
