import type { Path } from '../../manifests/value';

/** On which line each key and each table header of a TOML text stands. The parser does not say. */
export class TomlLines {
  private readonly lines = new Map<string, number>([[nameOf([]), 0]]);
  /** Of each array of tables, the index of its last one. */
  private readonly last = new Map<string, number>();
  private offset = 0;
  private line = 0;

  constructor(private readonly text: string) {
    let table: Path = [];
    while (this.skipBlank()) {
      const start = this.line;
      if (this.text[this.offset] === '[') table = this.header();
      else {
        const key = this.key('=');
        this.note([...table, ...key], start);
        this.skipValue();
      }
    }
  }

  /** Counts from 0. For what is not there, the line of the next thing around it. */
  of(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const line = this.lines.get(nameOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 0;
  }

  private note(path: Path, line: number): void {
    for (let length = 1; length <= path.length; length++) {
      const name = nameOf(path.slice(0, length));
      if (!this.lines.has(name)) this.lines.set(name, line);
    }
  }

  private header(): Path {
    const start = this.line;
    const isArray = this.text.startsWith('[[', this.offset);
    this.offset += isArray ? 2 : 1;
    const keys = this.key(']');
    if (isArray) this.offset++;
    const table = this.resolved(isArray ? keys.slice(0, -1) : keys);
    if (!isArray) {
      this.note(table, start);
      return table;
    }
    const array = [...table, ...keys.slice(-1)];
    const index = (this.last.get(nameOf(array)) ?? -1) + 1;
    this.last.set(nameOf(array), index);
    this.note([...array, index], start);
    return [...array, index];
  }

  /** A header that passes an array of tables speaks of its last one. */
  private resolved(keys: readonly string[]): Path {
    return keys.reduce<Path>((path, key) => {
      const next = [...path, key];
      const index = this.last.get(nameOf(next));
      return index === undefined ? next : [...next, index];
    }, []);
  }

  /** A dotted key up to a sign, which is passed too. */
  private key(end: string): string[] {
    const keys: string[] = [];
    let word = '';
    for (; this.offset < this.text.length; this.offset++) {
      const sign = this.text[this.offset] ?? '';
      if (sign === '"' || sign === "'") {
        const from = this.offset;
        this.skipString(sign);
        word = this.text.slice(from + 1, this.offset - 1);
        this.offset--;
      } else if (sign === '.' || sign === end || sign === '\n') {
        keys.push(word.trim());
        word = '';
        if (sign !== '.') break;
      } else word += sign;
    }
    if (this.text[this.offset] !== '\n') this.offset++;
    return keys;
  }

  /** Leaves at the end of the value: the end of its line, unless brackets or a long text reach further. */
  private skipValue(): void {
    for (let depth = 0; this.offset < this.text.length;) {
      const sign = this.text[this.offset] ?? '';
      if (sign === '\n' && depth <= 0) return;
      if (sign === '\n') this.line++;
      if (sign === '"' || sign === "'") {
        this.skipString(sign);
        continue;
      }
      if (sign === '#') {
        this.skipToLineEnd();
        continue;
      }
      if (sign === '[' || sign === '{') depth++;
      if (sign === ']' || sign === '}') depth--;
      this.offset++;
    }
  }

  private skipString(quote: string): void {
    const long = quote.repeat(3);
    const end = this.text.startsWith(long, this.offset) ? long : quote;
    this.offset += end.length;
    while (this.offset < this.text.length && !this.text.startsWith(end, this.offset)) {
      if (this.text[this.offset] === '\\' && quote === '"') this.offset++;
      if (this.text[this.offset] === '\n') {
        if (end === quote) return;
        this.line++;
      }
      this.offset++;
    }
    this.offset += end.length;
  }

  private skipToLineEnd(): void {
    const end = this.text.indexOf('\n', this.offset);
    this.offset = end < 0 ? this.text.length : end;
  }

  /** To the next header or key; false at the end of the text. */
  private skipBlank(): boolean {
    for (; this.offset < this.text.length; this.offset++) {
      const sign = this.text[this.offset] ?? '';
      if (sign === '#') this.skipToLineEnd();
      if (this.text[this.offset] === '\n') this.line++;
      else if (!/[\s#]/.test(sign)) return true;
    }
    return false;
  }
}

/** Keys are told apart without their case, as the runner reads them. */
function nameOf(path: Path): string {
  return JSON.stringify(path).toLowerCase();
}
