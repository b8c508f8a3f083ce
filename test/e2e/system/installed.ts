import type { Wish } from './configuration';
import { System } from './system';

/** For the whole test file: puts a system up before its tests, and takes it away after them. */
export function installed(name: string, wish: Wish): System {
  const system = new System(name, wish);
  beforeAll(async () => {
    await system.apply();
    await system.settled();
  });
  afterAll(() => system.remove());
  return system;
}
