import { NEWEST } from '../../../src/api/release';
import { review } from '../../../src/review/review';
import type { Verdict } from '../../../src/review/risk/risk';

/** What one row says of the change from one text to another, with who else has part in it. */
export function saidBy(id: string, before: string, after: string): readonly string[] {
  return verdictsOf(id, before, after).map(({ message, affected = [] }) => {
    const others = affected.map(({ kind, name }) => `${kind}/${name}`);
    return others.length === 0 ? message : `${message} [${others.join(', ')}]`;
  });
}

/** What it would have somebody do instead. */
export function insteadOf(id: string, before: string, after: string): readonly (string | undefined)[] {
  return verdictsOf(id, before, after).map(({ instead }) => instead);
}

function verdictsOf(id: string, before: string, after: string): readonly Verdict[] {
  const [base, head] = [before, after].map((text) => [{ path: 'one.yaml', text }]);
  return review(base!, head!, NEWEST).verdicts.filter(({ risk }) => risk.id === id);
}
