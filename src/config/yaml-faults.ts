import {
  isPair,
  isScalar,
  isSeq,
  visit,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Path } from './fault';
import { syntaxMessage } from './yaml-messages';

/** What is wrong with a text before anybody asks what it means. Never quotes it: it may hold a secret. */
export interface YamlFault {
  /** Characters before it. */
  readonly offset: number;
  readonly path: Path;
  readonly message: string;
}

/** Where the text is no YAML of ours. One fault a line: what follows it there is mostly its echo. */
export function syntaxFaults(document: Document.Parsed, text: string): YamlFault[] {
  const whole = wholeFault(document, text);
  if (whole !== undefined) return [whole];
  const found = [...document.errors, ...document.warnings].map((error) => ({
    offset: isUnclosed(error.message) ? openedBefore(document, error.pos[0]) : error.pos[0],
    path: [],
    message: syntaxMessage(error),
  }));
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  return found.filter(
    ({ offset }, index) => found.findIndex((earlier) => lineOf(earlier.offset) === lineOf(offset)) === index,
  );
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

/** The parser says where it gave up. The bracket or quote that was never closed helps more. */
function openedBefore(document: Document.Parsed, end: number): number {
  let start: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const [from, to] = node.range ?? [end, end];
      if (opens(node) && from < end && to >= end) start = from;
    },
  });
  return start ?? end;
}

function opens(node: Node): boolean {
  return isScalar(node) ? node.type?.startsWith('QUOTE_') === true : 'flow' in node && node.flow;
}

/** Where the YAML is well, and what it stands for is open or no plain data. */
export function structureFaults(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map: (_, map, above) => {
      const path = pathOf([...above, map]);
      faults.push(...map.items.flatMap((pair) => keyFaults(pair as ParsedPair, map, path)));
    },
    Alias: (_, alias, above) => {
      const message = aliasFault(alias, document, above);
      if (message !== undefined) faults.push({ offset: startOf(alias), path: pathOf([...above]), message });
    },
  });
  return faults;
}

type ParsedPair = Pair<Node | null, Node | null>;

function keyFaults(pair: ParsedPair, map: YAMLMap, above: Path): YamlFault[] {
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
  const first = map.items.find(({ key: other }) => isScalar(other) && textOf(other) === key);
  if (first === pair) return [];
  const [told, name] = /^[\w.-]{1,40}$/.test(key) ? [path, ` "${key}"`] : [above, ''];
  return [{ offset, path: told, message: `Cannot use key${name} twice in one map: keep one of them` }];
}

function aliasFault(alias: Alias, document: Document, above: readonly unknown[]): string | undefined {
  const target = alias.resolve(document);
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
