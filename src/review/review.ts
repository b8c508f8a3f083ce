import { Definitions } from '../api/definitions';
import type { Release } from '../api/release';
import type { SourceFile } from '../manifests/source';
import { System } from '../system/system';
import type { Change } from './change';
import { changesOf } from './diff/changes';
import { ROWS } from './risk/catalog';
import { judge } from './risk/judge';
import type { Verdict, World } from './risk/risk';
import { keyOf, treesOf } from './trees';
import { surroundingsOf } from './surroundings';

/** What the change from one tree to another means. */
export interface Review {
  readonly world: World;
  readonly verdicts: readonly Verdict[];
}

export function review(
  base: readonly SourceFile[],
  head: readonly SourceFile[],
  kubernetes: Release,
): Review {
  const trees = treesOf(base, head);
  const changes = changesOf(trees, new Definitions(kubernetes));
  const byKey = new Map(changes.flatMap((change) => keysOf(change).map((key) => [key, change] as const)));
  const world: World = {
    base: new System(trees.base, kubernetes),
    head: new System(trees.head, kubernetes),
    changes,
    changeOf: (key) => byKey.get(key),
    around: surroundingsOf(trees, head, kubernetes),
  };
  return { world, verdicts: judge(world, ROWS) };
}

function keysOf({ base, head }: Change): readonly string[] {
  return [base, head].filter((manifest) => manifest !== undefined).map(keyOf);
}
