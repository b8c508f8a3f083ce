/**
 * Parts of a text, in as few signs as there is room for. Each part comes in forms, the longest first; the last part is shortened
 * first, and as far as it goes, so that the first ones stay whole as long as they can.
 */
export function shortened(parts: readonly (readonly string[])[], room: number): readonly string[] {
  const chosen = parts.map(([longest = '']) => longest);
  let length = chosen.reduce((sum, text) => sum + text.length, 0);
  for (let part = parts.length - 1; part >= 0 && length >= room; part--) {
    for (const form of parts[part] ?? []) {
      length += form.length - (chosen[part] ?? '').length;
      chosen[part] = form;
      if (length < room) break;
    }
  }
  return chosen;
}
