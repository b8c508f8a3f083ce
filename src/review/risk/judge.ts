import type { Change } from '../change';
import { CLASSES, type RiskClass } from './classes';
import { once } from './once';
import { OTHERWISE } from './otherwise';
import { SPELLING } from './routine';
import type { Risk, Verdict, World } from './risk';

/** What all rows say of all changes, in the order of the changes. */
export function judge(world: World, risks: readonly Risk[]): readonly Verdict[] {
  return world.changes.flatMap((change) => verdictsOf(change, world, risks));
}

/** What is as bad stays in its order. */
export function worstFirst(verdicts: readonly Verdict[]): readonly Verdict[] {
  return [...verdicts].sort((a, b) => rankOf(a) - rankOf(b));
}

function verdictsOf(change: Change, world: World, risks: readonly Risk[]): readonly Verdict[] {
  // What is spelled in another way is the same to every row, also to one that compares texts.
  if (change.is === 'changed' && change.fields.length === 0) return toldBy([SPELLING], change, world);
  const all = toldBy(risks, change, world);
  const isRefused = all.some(({ risk }) => risk.class === 'APPLY-REJECTED');
  // What is refused stays as it is, and so do its pods.
  const said = isRefused ? all.filter(({ risk }) => !isOfNewPods(risk)) : all;
  return once(said, toldBy(OTHERWISE, change, world));
}

function isOfNewPods(risk: Risk): boolean {
  return risk.class === 'RESTART' || risk.isOfNewPods === true;
}

function toldBy(risks: readonly Risk[], change: Change, world: World): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  for (const risk of risks)
    for (const judgement of risk.judge(change, world)) verdicts.push({ ...judgement, risk, change });
  return verdicts;
}

function rankOf({ risk }: { readonly risk: { readonly class: RiskClass } }): number {
  return CLASSES.indexOf(risk.class);
}
