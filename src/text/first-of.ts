/** `one, two and 3 more`: of many texts the first ones. */
export function firstOf(texts: readonly string[], most: number, separator = ', '): string {
  const more = texts.length - most;
  return `${texts.slice(0, most).join(separator)}${more > 0 ? ` and ${String(more)} more` : ''}`;
}
