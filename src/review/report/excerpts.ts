import type { Value } from '../../manifests/value';

/** Two values as they are; of long texts that begin alike, what stands from where they part. */
export function excerpts(
  before: Value | undefined,
  after: Value | undefined,
): readonly (Value | undefined)[] {
  if (typeof before !== 'string' || typeof after !== 'string') return [before, after];
  const start = startOf(before, after);
  return start === 0 ? [before, after] : [before, after].map((text) => `…${text.slice(start)}`);
}

/** A little before they part, at the begin of a line or a word; 0 where that is in sight anyway. */
function startOf(before: string, after: string): number {
  const least = Math.min(before.length, after.length);
  let parting = 0;
  while (parting < least && before[parting] === after[parting]) parting++;
  if (parting < IN_SIGHT || parting === before.length + after.length) return 0;
  const near = before.slice(parting - AROUND, parting);
  const [line, word] = [near.lastIndexOf('\n'), near.indexOf(' ')];
  return parting - AROUND + Math.max(line, word, -1) + 1;
}

/** Signs that are shown before a text is cut, less what is to be seen of the change. */
const IN_SIGHT = 50;
const AROUND = 30;
