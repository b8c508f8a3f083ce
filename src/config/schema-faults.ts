import type { z } from 'zod';
import { expectation } from './expectation';
import type { Fault, Path } from './fault';
import { unknownKey } from './unknown-key';

type Issue = z.core.$ZodIssue;

/** What the schema found, in our words, each once. */
export function schemaFaults(issues: readonly Issue[], input: unknown): Fault[] {
  const faults = issues.flatMap((issue) => faultsOf(issue, [], input));
  const texts = faults.map(({ path, message }) => JSON.stringify([path, message]));
  return faults.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}

function faultsOf(issue: Issue, above: Path, input: unknown): Fault[] {
  const path = [...above, ...(issue.path as Path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key, input));
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
