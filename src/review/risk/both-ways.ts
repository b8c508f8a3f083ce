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
export type Beyond = (from: Side, to: Side) => Iterable<Found>;

export interface Found extends Judgement {
  /** What of it the first side allows; empty for nothing. */
  readonly part?: string;
}

interface Words {
  readonly id: string;
  readonly class: RiskClass;
  readonly change: string;
  readonly why: string;
  /** Of such changes there is nothing to say, or other rows say it. */
  readonly skips?: (change: Change) => boolean;
  readonly message: (found: string, change: Change) => string;
}

/** Two rows of one question: whoever undoes what the first tells gets the second. */
export function bothWays(source: string, beyond: Beyond, more: Words, less: Words): readonly Risk[] {
  return [
    row(source, more, 'had of it', (change, world) => beyond(before(change, world), after(change, world))),
    row(source, less, 'left of it', (change, world) => beyond(after(change, world), before(change, world))),
  ];
}

function row(
  source: string,
  { message, skips, ...words }: Words,
  partWord: string,
  find: (change: Change, world: World) => Iterable<Found>,
): Risk {
  return {
    ...{ ...words, source },
    *judge(change, world) {
      if (isUntouched(change) || skips?.(change) === true) return;
      for (const { part = '', ...found } of find(change, world)) {
        const text = message(found.message, change);
        yield { ...found, message: part === '' ? text : `${text} (${partWord}: ${part})` };
      }
    },
  };
}

/** What stands beside a change in its file. */
export function isUntouched({ is, fields }: Change): boolean {
  return is === 'changed' && fields.length === 0;
}

/** Whether names and labels alone differ, which mean nothing to what an object allows by itself. */
export function isOfMetadata({ is, fields }: Change): boolean {
  return is === 'changed' && fields.every(({ field }) => field[0] === 'metadata');
}

export function before({ base }: Change, world: World): Side {
  return { manifest: base, system: world.base };
}

export function after({ head }: Change, world: World): Side {
  return { manifest: head, system: world.head };
}
