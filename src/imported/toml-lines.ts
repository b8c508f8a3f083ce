/** The line of each key and table of a TOML text, by its path without places in lists. Counts from 1; the first counts. */
export function tomlLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const note = (name: string, index: number): void => {
    if (!lines.has(name)) lines.set(name, index + 1);
  };
  let table = '';
  for (const [index, line] of text.split('\n').entries()) {
    const header = /^\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$/.exec(line)?.[1];
    const key = /^\s*([A-Za-z0-9_.-]+|"[^"]*"|'[^']*')\s*=/.exec(line)?.[1];
    if (header !== undefined) {
      table = bare(header);
      note(table, index);
    } else if (key !== undefined) note(table === '' ? bare(key) : `${table}.${bare(key)}`, index);
  }
  return lines;
}

function bare(name: string): string {
  return name.replace(/["'\s]/g, '');
}
