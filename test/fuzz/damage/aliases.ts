import { isMap, isScalar, isSeq } from 'yaml';
import type { Damage } from './dice';
import { edited, mapsOf, marked, pairsOf } from './tree';

/** Anchors and aliases: of a value, of nothing, of what they stand in. */
export const aliases: Damage = (text, dice) => {
  const way = dice.below(4);
  if (way === 0) return marked(text, dice, () => '*nothing');
  if (way === 1) return marked(text, dice, () => '&a { b: *a }');
  if (way === 2) return `${marked(text, dice, (value) => `&a ${value}`)}\nexceptions2: *a\n`;
  return edited(text, (document) => {
    const pairs = pairsOf(document);
    const one = dice.pick(pairs);
    const other = dice.pick(pairs);
    const { value } = one;
    if (isScalar(value) || isMap(value) || isSeq(value)) other.value = document.createAlias(value, 'a');
  });
};

/** Aliases of aliases: nine levels of nine are 387 million values. */
export const billionLaughs: Damage = (text, dice) => {
  const levels = 3 + dice.below(9);
  const width = 2 + dice.below(9);
  const lines = Array.from({ length: levels }, (_, level) => {
    const inner = level === 0 ? '"lol"' : `*l${level - 1}`;
    return `  l${level}: &l${level} [${Array.from({ length: width }, () => inner).join(', ')}]\n`;
  });
  const bomb = `laughs:\n${lines.join('')}`;
  if (dice.oneIn(2)) return bomb + text;
  const settings = `runners: [{ settings: { kubernetes: { retry_limits: {\n${lines.join(',').replace(/\n,/g, ',\n')}} } } }]\n`;
  return `gitlab: { url: https://gitlab.example.com }\n${settings}`;
};

/** `<<`, which YAML 1.2 no longer has. */
export const mergeKey: Damage = (text, dice) => {
  const value = dice.pick([
    '{ bucket: merged }',
    '[{ a: 1 }, { b: 2 }]',
    '*nothing',
    '1',
    'null',
    '&m { url: x }',
  ]);
  if (dice.oneIn(2)) return `<<: ${value}\n${text}`;
  const marker = '<<';
  return edited(text, (document) => {
    const map = dice.pick(mapsOf(document));
    map.items.push(document.createPair(marker, dice.pick([{ a: 1 }, [1], null, 'x'])));
  });
};

/** A key that stands twice in its map, with the same value or another. */
export const duplicateKey: Damage = (text, dice) =>
  edited(text, (document) => {
    const map = dice.pick(mapsOf(document).filter(({ items }) => items.length > 0));
    const { key, value } = dice.pick(map.items);
    const copy = dice.oneIn(2) ? (JSON.parse(JSON.stringify(value)) as unknown) : 'other';
    map.items.push(document.createPair(String(key), copy));
  });

const TAGS = [
  '!!js/function "x"',
  '!!binary aGVsbG8=',
  '!!set { a, b }',
  '!!omap [a: 1]',
  '!!timestamp 2026-11-23',
  '!foo bar',
  '!!python/object/apply:os.system [ls]',
  '!<tag:x,2000:y> z',
  '!!str',
  '!!int "x"',
  '!!float abc',
  '!!null x',
  '!!map []',
  '!!js/regexp /a/',
  '! x',
];

/** A tag, which other readers of YAML make objects of. */
export const customTag: Damage = (text, dice) => marked(text, dice, () => dice.pick(TAGS));
