import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Fault, Path, PlacedFault } from './fault';
import { pathText } from './fault';
import { Lines } from '../text/lines';
import { aliasTargets, type AliasTargets } from './yaml-aliases';
import { composed } from './yaml-compose';
import { structureFaults, syntaxFaults, type YamlFault } from './yaml-faults';
import { tokensOf } from './yaml-tokens';

/** A YAML text with the place of each of its values. */
export class YamlDocument {
  private readonly lines: Lines;
  private readonly document: Document.Parsed;
  private readonly targets: AliasTargets;
  private readonly bounds: YamlFault | undefined;
  private readonly pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(private readonly text: string) {
    this.lines = new Lines(text);
    const { tokens, fault } = tokensOf(text);
    this.bounds = fault;
    this.document = composed(tokens, text.length);
    this.targets = aliasTargets(this.document);
  }

  /** What is no YAML at all, or YAML whose meaning is open, such as a key that stands twice. */
  faults(): PlacedFault[] {
    return this.found().map(({ offset, path, message }) => ({
      ...this.lines.at(offset),
      path: pathText(path),
      message,
    }));
  }

  private found(): YamlFault[] {
    if (this.bounds !== undefined) return [this.bounds];
    const syntax = syntaxFaults(this.document, this.text, this.lines);
    return syntax.length > 0 ? syntax : structureFaults(this.document, this.targets);
  }

  /** Throws a RangeError where aliases would blow up the result. */
  value(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: 100 }) as unknown;
    } catch (error) {
      throw new RangeError('Cannot use this file: its aliases expand to too many values', { cause: error });
    }
  }

  /** Undefined where aliases would blow up the result. */
  tryValue(): unknown {
    try {
      return this.value();
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  has(path: Path): boolean {
    return this.nodeAt(path, false).whole;
  }

  place({ path, message, atKey, told = path }: Fault): PlacedFault {
    return { ...this.lines.at(this.nodeAt(path, atKey === true).offset), path: pathText(told), message };
  }

  /** The value at a path; where there is none, the deepest one above it. */
  private nodeAt(path: Path, atKey: boolean): { offset: number; whole: boolean } {
    let node: Node | null | undefined = this.document.contents;
    let offset = startOf(node, 0);
    for (const [index, part] of path.entries()) {
      const wantsKey = atKey && index === path.length - 1;
      const next = this.childOf(isAlias(node) ? this.targets.get(node) : node, part);
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
    const pair = this.pairsOf(node).get(String(part));
    return pair && { keyOffset: startOf(pair.key as Node, 0), value: pair.value as Node | null };
  }

  /** By the text of their keys, for maps that have more faults than one. */
  private pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.pairs.get(map);
    if (known !== undefined) return known;
    const pairs = new Map(
      map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
    );
    this.pairs.set(map, pairs);
    return pairs;
  }
}

interface Child {
  readonly keyOffset: number;
  readonly value: Node | null | undefined;
}

function startOf(node: Node | null | undefined, fallback: number): number {
  return node?.range?.[0] ?? fallback;
}
