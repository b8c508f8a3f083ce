import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Fault, Path, PlacedFault } from './fault';
import { pathText } from './fault';

/** A YAML text with the place of each of its values. */
export class YamlDocument {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;

  constructor(text: string) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
  }

  /** What is no YAML at all, or YAML whose meaning is open, such as a key that stands twice. */
  faults(): PlacedFault[] {
    return [...this.document.errors, ...this.document.warnings].map(({ pos, message }) => ({
      ...this.placeAt(pos[0]),
      path: '',
      message: message.split('\n')[0] ?? message,
    }));
  }

  /** Throws a RangeError where aliases would blow up the result. */
  value(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: 100 }) as unknown;
    } catch (error) {
      throw new RangeError('Cannot use this file: its aliases expand to too many values', { cause: error });
    }
  }

  place({ path, message, atKey }: Fault): PlacedFault {
    return { ...this.placeAt(this.offsetOf(path, atKey === true)), path: pathText(path), message };
  }

  private placeAt(offset: number): { line: number; column: number } {
    const { line, col } = this.lines.linePos(Math.max(offset, 0));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** Of the value at a path; where there is none, of the deepest key above it. */
  private offsetOf(path: Path, atKey: boolean): number {
    let node: Node | null | undefined = this.document.contents;
    let offset = startOf(node, 0);
    for (const [index, part] of path.entries()) {
      const wantsKey = atKey && index === path.length - 1;
      const next = this.childOf(isAlias(node) ? node.resolve(this.document) : node, part);
      if (next === undefined) return offset;
      offset = wantsKey ? next.keyOffset : startOf(next.value, next.keyOffset);
      node = next.value;
    }
    return offset;
  }

  private childOf(node: Node | null | undefined, part: string | number): Child | undefined {
    if (isSeq(node) && typeof part === 'number') {
      const value = node.items[part] as Node | null | undefined;
      return value === undefined ? undefined : { keyOffset: startOf(value, 0), value };
    }
    if (!isMap(node)) return undefined;
    const pair = node.items.find(
      ({ key }) => (isScalar(key) ? String(key.value) : undefined) === String(part),
    );
    return pair && { keyOffset: startOf(pair.key as Node, 0), value: pair.value as Node | null };
  }
}

interface Child {
  readonly keyOffset: number;
  readonly value: Node | null | undefined;
}

function startOf(node: Node | null | undefined, fallback: number): number {
  return node?.range?.[0] ?? fallback;
}
