import { isPair, isScalar, isSeq, visit, type Document, type Node, type Pair, type Scalar } from 'yaml';
import { MOST_TOLD } from '../text/shown';
import type { Path } from './fault';
import type { Lines } from '../text/lines';
import type { AliasTargets } from './yaml-aliases';
import { syntaxMessage } from './yaml-messages';

/** What is wrong with a text before anybody asks what it means. Never quotes it: it may hold a secret. */
export interface YamlFault {
  /** Characters before it. */
  readonly offset: number;
  readonly path: Path;
  readonly message: string;
}

/** Where the text is no YAML of ours. One fault a line: what follows it there is mostly its echo. */
export function syntaxFaults(document: Document.Parsed, text: string, lines: Lines): YamlFault[] {
  const whole = wholeFault(document, text);
  if (whole !== undefined) return [whole];
  const openers = openersOf(document);
  const byLine = new Map<number, YamlFault>();
  for (const error of [...document.errors, ...document.warnings].slice(0, MOST_TOLD)) {
    const offset = isUnclosed(error.message) ? openedBefore(openers, error.pos[0]) : error.pos[0];
    const { line } = lines.at(offset);
    if (!byLine.has(line)) byLine.set(line, { offset, path: [], message: syntaxMessage(error) });
  }
  return [...byLine.values()];
}

/** What makes the rest of the file look wrong too. */
function wholeFault(document: Document.Parsed, text: string): YamlFault | undefined {
  const unreadable = /[\uFFFD\0]/.exec(text);
  if (unreadable !== null) {
    return { offset: unreadable.index, path: [], message: 'Cannot read this character: expected UTF-8' };
  }
  if (document.directives.yaml.version === '1.1') {
    return { offset: 0, path: [], message: 'Cannot use YAML 1.1: remove the line "%YAML 1.1"' };
  }
  const strange = document.errors.length > 0 ? STRANGE_SPACE.exec(text) : null;
  if (strange === null) return undefined;
  const message = 'Cannot read this white space: expected ordinary spaces';
  return { offset: strange.index, path: [], message };
}

/** What comes along from web pages and looks like a space. Harmless where YAML can read it, as in a comment. */
const STRANGE_SPACE = /[\u00a0\u2000-\u200d\u202f\u3000]/;

function isUnclosed(message: string): boolean {
  return /^Missing closing|^Flow (?:map|sequence) in/.test(message);
}

type Opener = readonly [from: number, to: number];

function openersOf(document: Document.Parsed): readonly Opener[] {
  const openers: Opener[] = [];
  visit(document, {
    Node: (_, node) => {
      if (opens(node) && node.range) openers.push([node.range[0], node.range[1]]);
    },
  });
  return openers;
}

/** The parser says where it gave up. The bracket or quote that was never closed helps more. */
function openedBefore(openers: readonly Opener[], end: number): number {
  return openers.findLast(([from, to]) => from < end && to >= end)?.[0] ?? end;
}

function opens(node: Node): boolean {
  return isScalar(node) ? node.type?.startsWith('QUOTE_') === true : 'flow' in node && node.flow;
}

/** Where the YAML is well, and what it stands for is open or no plain data. */
export function structureFaults(document: Document.Parsed, targets: AliasTargets): YamlFault[] {
  const [tooMany] = [...targets.keys()].slice(MOST_ALIASES);
  if (tooMany !== undefined) {
    const message = `Cannot use more than ${MOST_ALIASES} aliases: expected the values themselves`;
    return [{ offset: startOf(tooMany), path: [], message }];
  }
  const faults: YamlFault[] = [];
  visit(document, {
    Map: (_, map, above) => {
      const path = pathOf([...above, map]);
      const seen = new Set<string>();
      faults.push(...map.items.flatMap((pair) => keyFaults(pair as ParsedPair, seen, path)));
      return faults.length < MOST_TOLD ? undefined : visit.BREAK;
    },
    Scalar: (_, { value, range }, above) => {
      if (typeof value !== 'string' || !HALF_CHARACTER.test(value)) return;
      faults.push({ offset: range?.[0] ?? 0, path: pathOf([...above]), message: HALF_MESSAGE });
    },
    Alias: (_, alias, above) => {
      const message = aliasFault(targets.get(alias), above);
      if (message !== undefined) faults.push({ offset: startOf(alias), path: pathOf([...above]), message });
    },
  });
  return faults.slice(0, MOST_TOLD);
}

/** Only an escape can say one; no text of TOML or UTF-8 holds it. */
const HALF_CHARACTER = /\p{Surrogate}/u;
const HALF_MESSAGE = 'Cannot use half of a character: expected all of it, as in "\\U0001F600"';

/** To write the values out, the parser looks through all anchors for each. */
const MOST_ALIASES = 1000;

type ParsedPair = Pair<Node | null, Node | null>;

function keyFaults(pair: ParsedPair, seen: Set<string>, above: Path): YamlFault[] {
  const offset = startOf(pair.key);
  if (!isScalar(pair.key) || pair.key.value === null) {
    return [{ offset, path: above, message: 'Cannot use this key: expected text, such as "cache:"' }];
  }
  const key = textOf(pair.key);
  const path = [...above, key];
  if (key === '<<') {
    return [{ offset, path, message: 'Cannot use a merge key: expected the keys themselves' }];
  }
  if (key === '__proto__') return [{ offset, path, message: 'Cannot use key "__proto__": remove it' }];
  if (!seen.has(key)) {
    seen.add(key);
    return [];
  }
  const [told, name] = /^[\w.-]{1,40}$/.test(key) ? [path, ` "${key}"`] : [above, ''];
  return [{ offset, path: told, message: `Cannot use key${name} twice in one map: keep one of them` }];
}

function aliasFault(target: Node | undefined, above: readonly unknown[]): string | undefined {
  if (target === undefined) {
    return 'Cannot find the anchor of this alias: put text that begins with "*" in quotes';
  }
  return above.includes(target) ? 'Cannot use an alias inside of what it stands for' : undefined;
}

function pathOf(nodes: readonly unknown[]): Path {
  return nodes.flatMap((node, index): Path => {
    if (isPair(node)) return [isScalar(node.key) ? textOf(node.key) : ''];
    return isSeq(node) && index + 1 < nodes.length ? [node.items.indexOf(nodes[index + 1])] : [];
  });
}

function textOf({ value }: Scalar): string {
  return String(value);
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
