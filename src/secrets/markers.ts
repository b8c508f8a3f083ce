import { rotationMarker } from '../model/names';

/**
 * What a Secret with the keys of a rotation has beside them: its marker, and the one before it, without which a pod of the
 * commit before could not start again while the new one has yet to become ready.
 */
export function markersOf(rotation: number): Readonly<Record<string, string>> {
  const known = [rotation - 1, rotation].filter((count) => count > 0);
  return Object.fromEntries(known.map((count) => [rotationMarker(count), 'true']));
}
