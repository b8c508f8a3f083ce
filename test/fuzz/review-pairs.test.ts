import fc from 'fast-check';
import { stringify } from 'yaml';
import { NEWEST } from '../../src/api/release';
import type { ValueMap } from '../../src/manifests/value';
import type { SourceFile } from '../../src/manifests/source';
import { review, type Review } from '../../src/review/review';
import type { Verdict } from '../../src/review/risk/risk';
import { keyOf } from '../../src/review/trees';
import { COUNTERPARTS } from './review/counterparts';
import { pairs } from './review/mutated';
import { PATIENCE_MS, runs } from './runs';

test(
  'Any two trees are reviewed, each change is told, and the way back of it too',
  () => {
    fc.assert(
      fc.property(pairs, ({ base, head }) => {
        const [there, back] = [
          review(files(base), files(head), NEWEST),
          review(files(head), files(base), NEWEST),
        ];
        expect(untold(there)).toEqual([]);
        expect(unanswered(there, back)).toEqual([]);
      }),
      runs(0.15),
    );
  },
  PATIENCE_MS,
);

function files(objects: readonly ValueMap[]): readonly SourceFile[] {
  return objects.map((object, index) => ({
    path: `${String(index)}.yaml`,
    text: stringify(object, { version: '1.1' }),
  }));
}

function untold({ worlds, verdicts }: Review): readonly string[] {
  const told = new Set(verdicts.map(({ change }) => change));
  return worlds
    .flatMap(({ changes }) => changes)
    .filter((change) => !told.has(change))
    .map(({ base, head }) => keyOf(head ?? base));
}

/** What is told of one direction, and of the other one not. */
function unanswered(there: Review, back: Review): readonly string[] {
  const answers = new Map<string, string[]>();
  for (const verdict of back.verdicts)
    for (const key of keysOf(verdict)) answers.set(key, [...(answers.get(key) ?? []), ...namesOf(verdict)]);
  return there.verdicts.flatMap((verdict) => {
    const { id } = verdict.risk;
    const wanted = id === 'spelling' ? ['spelling'] : (COUNTERPARTS[id] ?? ['ANY']);
    const names = [...wanted.map((name) => (name === 'itself' ? id : name)), 'APPLY-REJECTED'];
    return keysOf(verdict)
      .filter((key) => !names.some((name) => answers.get(key)?.includes(name)))
      .map((key) => `${id} of ${key}, and back: ${answers.get(key)?.join(', ') ?? 'nothing'}`);
  });
}

function keysOf({ change: { base, head } }: Verdict): readonly string[] {
  return [base, head].filter((manifest) => manifest !== undefined).map(keyOf);
}

function namesOf({ risk: { id, class: name } }: Verdict): readonly string[] {
  return [id, name, ...(id === 'spelling' ? [] : ['ANY'])];
}
