import type { Manifest } from '../../manifests/manifest';
import type { System } from '../../system/system';
import type { Change } from '../change';
import type { RiskClass } from './classes';
import type { Judgement, Risk, World } from './risk';

/** An object in one of both trees; undefined where that tree has it not. */
export interface Side {
  readonly manifest: Manifest | undefined;
  readonly system: System;
}

/** What the second of two sides allows that the first does not. */
export type Beyond = (from: Side, to: Side) => Iterable<Judgement>;

interface Words {
  readonly id: string;
  readonly class: RiskClass;
  readonly change: string;
  readonly why: string;
  /** From what was found, and in which change. */
  readonly message: (found: string, change: Change) => string;
}

/** Two rows of one question: whoever undoes what the first tells gets the second. */
export function bothWays(source: string, beyond: Beyond, more: Words, less: Words): readonly Risk[] {
  const row = (
    { message, ...words }: Words,
    judge: (change: Change, world: World) => Iterable<Judgement>,
  ) => ({
    ...words,
    source,
    *judge(change: Change, world: World): Generator<Judgement> {
      for (const one of judge(change, world)) yield { ...one, message: message(one.message, change) };
    },
  });
  return [
    row(more, (change, world) => beyond(before(change, world), after(change, world))),
    row(less, (change, world) => beyond(after(change, world), before(change, world))),
  ];
}

export function before({ base }: Change, world: World): Side {
  return { manifest: base, system: world.base };
}

export function after({ head }: Change, world: World): Side {
  return { manifest: head, system: world.head };
}
