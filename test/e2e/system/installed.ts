import { besideOthers } from '../needs/turns';
import type { Wish } from './configuration';
import { System } from './system';

/** For the whole test file: puts a system up before its tests, and takes it away after them. */
export function installed(name: string, wish: Wish, inTurn = besideOthers): System {
  const system = new System(name, wish);
  putUp(
    system,
    async () => {
      await system.apply();
      await system.settled();
    },
    inTurn,
  );
  return system;
}

/** The same for a system that is put up in a way of its own. */
export function putUp(system: System, act: () => Promise<void>, inTurn = besideOthers): void {
  inTurn(act, () => system.remove());
}
