import { isScalar, parseDocument, Scalar, visit, type Document, type Pair, type YAMLMap } from 'yaml';
import type { Dice } from './dice';

/** The text with something done to its tree; what stands where is otherwise as it was. */
export function edited(text: string, edit: (document: Document.Parsed) => void): string {
  const document = parseDocument(text);
  edit(document);
  return document.toString({ lineWidth: 0, verifyAliasOrder: false });
}

export function pairsOf(document: Document): readonly Pair[] {
  const pairs: Pair[] = [];
  visit(document, { Pair: (_, pair) => void pairs.push(pair) });
  return pairs;
}

export function mapsOf(document: Document): readonly YAMLMap[] {
  const maps: YAMLMap[] = [];
  visit(document, { Map: (_, map) => void maps.push(map) });
  return maps;
}

/** The text with another source in the place of some value, which is told as it would stand in quotes. */
export function marked(text: string, dice: Dice, source: (value: string) => string): string {
  let before = '""';
  const result = edited(text, (document) => {
    const pair = dice.pick(pairsOf(document));
    if (isScalar(pair.value)) before = JSON.stringify(pair.value.value);
    pair.value = new Scalar(MARKER);
  });
  return result.replace(new RegExp(`"?${MARKER}"?`), () => source(before));
}

const MARKER = 'MARKER4711';
