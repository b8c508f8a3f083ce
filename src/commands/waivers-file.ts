import { readFileSync } from 'node:fs';
import { readWaivers } from '../review/gate/read-waivers';
import type { Waiver } from '../review/gate/waiver';

/** Throws a `RangeError` with all faults of the file, a line each. */
export function waiversIn(path: string): readonly Waiver[] {
  const { waivers, faults } = readWaivers({ path, text: readFileSync(path, 'utf8') });
  if (faults.length === 0) return waivers;
  const lines = faults.map(
    ({ place, message }) => `${path}:${String(place.line)}:${String(place.column)}  ${message}`,
  );
  throw new RangeError(lines.join('\n'));
}
