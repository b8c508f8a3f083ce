import type { Change } from '../change';
import { CLASSES, type RiskClass } from './classes';
import type { Risk, Verdict, World } from './risk';

/** What all rows say of all changes, worst first, else in the order of the changes. */
export function judge(world: World, risks: readonly Risk[]): readonly Verdict[] {
  const verdicts = world.changes.flatMap((change) => verdictsOf(change, world, risks));
  return verdicts.sort((a, b) => rankOf(a) - rankOf(b));
}

function verdictsOf(change: Change, world: World, risks: readonly Risk[]): readonly Verdict[] {
  return risks.flatMap((risk) =>
    Array.from(risk.judge(change, world), (judgement) => ({ ...judgement, risk, change })),
  );
}

function rankOf({ risk }: { readonly risk: { readonly class: RiskClass } }): number {
  return CLASSES.indexOf(risk.class);
}
