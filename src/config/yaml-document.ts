import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Fault, Path, PlacedFault } from './fault';
import { pathText } from './fault';
import { structureFaults, syntaxFaults } from './yaml-faults';

/** A YAML text with the place of each of its values. */
export class YamlDocument {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;

  constructor(private readonly text: string) {
    this.document = parseDocument(text, {
      lineCounter: this.lines,
      prettyErrors: false,
      // Keys that stand twice are found with the rest of the structure, by their names.
      uniqueKeys: false,
      // `!!binary`, `!!set` and the like would make values that are no plain data.
      resolveKnownTags: false,
    });
  }

  /** What is no YAML at all, or YAML whose meaning is open, such as a key that stands twice. */
  faults(): PlacedFault[] {
    const syntax = syntaxFaults(this.document, this.text);
    const found = syntax.length > 0 ? syntax : structureFaults(this.document);
    return found.map(({ offset, path, message }) => ({
      ...this.placeAt(offset),
      path: pathText(path),
      message,
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

  has(path: Path): boolean {
    return this.nodeAt(path, false).whole;
  }

  place({ path, message, atKey, told = path }: Fault): PlacedFault {
    return { ...this.placeAt(this.nodeAt(path, atKey === true).offset), path: pathText(told), message };
  }

  private placeAt(offset: number): { line: number; column: number } {
    const { line, col } = this.lines.linePos(Math.max(offset, 0));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** The value at a path; where there is none, the deepest one above it. */
  private nodeAt(path: Path, atKey: boolean): { offset: number; whole: boolean } {
    let node: Node | null | undefined = this.document.contents;
    let offset = startOf(node, 0);
    for (const [index, part] of path.entries()) {
      const wantsKey = atKey && index === path.length - 1;
      const next = this.childOf(isAlias(node) ? node.resolve(this.document) : node, part);
      if (next === undefined) return { offset, whole: false };
      offset = wantsKey ? next.keyOffset : startOf(next.value, next.keyOffset);
      node = next.value;
    }
    return { offset, whole: true };
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
