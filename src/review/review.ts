import { Definitions } from '../api/definitions';
import type { Release } from '../api/release';
import type { SourceFile } from '../manifests/source';
import { System } from '../system/system';
import type { Change } from './change';
import { changesOf } from './diff/changes';
import { environmentsOf } from './environments';
import { ROWS } from './risk/catalog';
import { judge, worstFirst } from './risk/judge';
import type { Verdict, World } from './risk/risk';
import { surroundingsOf } from './surroundings';
import { keyOf, treesOf, type Trees } from './trees';

/** What the change from one tree to another means. */
export interface Review {
  readonly trees: Trees;
  /** One for each cluster that the trees are for. */
  readonly worlds: readonly World[];
  /** Worst first. */
  readonly verdicts: readonly Verdict[];
  /** The folder of the cluster that a change is for; empty where there is one for all. */
  readonly folderOf: (change: Change) => string;
}

export function review(
  base: readonly SourceFile[],
  head: readonly SourceFile[],
  kubernetes: Release,
): Review {
  const trees = treesOf(base, head);
  const environments = environmentsOf(trees);
  const definitions = new Definitions(kubernetes);
  const worlds = environments.map((one) => worldOf(one.trees, definitions, kubernetes));
  const folders = new Map(
    worlds.flatMap(({ changes }, index) =>
      changes.map((change) => [change, environments[index]?.folder ?? ''] as const),
    ),
  );
  return {
    ...{ trees, worlds },
    verdicts: worstFirst(worlds.flatMap((world) => judge(world, ROWS))),
    folderOf: (change) => folders.get(change) ?? '',
  };
}

function worldOf(trees: Trees, definitions: Definitions, kubernetes: Release): World {
  const changes = changesOf(trees, definitions);
  const byKey = new Map(changes.flatMap((change) => keysOf(change).map((key) => [key, change] as const)));
  return {
    base: new System(trees.base, kubernetes),
    head: new System(trees.head, kubernetes),
    changes,
    changeOf: (key) => byKey.get(key),
    around: surroundingsOf(trees, kubernetes),
  };
}

function keysOf({ base, head }: Change): readonly string[] {
  return [base, head].filter((manifest) => manifest !== undefined).map(keyOf);
}
