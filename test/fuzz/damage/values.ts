import { Scalar, YAMLMap } from 'yaml';
import type { Damage } from './dice';
import { edited, mapsOf, marked, pairsOf } from './tree';

const VALUES = [
  '',
  'null',
  '~',
  'true',
  'no',
  '0',
  '1.5',
  '""',
  'x',
  '[]',
  '[x]',
  '[[]]',
  '{}',
  '{ a: 1 }',
  '[{ kind: x }]',
  '2026-11-23',
  "'1'",
];

/** A value of another type. */
export const wrongType: Damage = (text, dice) => marked(text, dice, () => dice.pick(VALUES));

const HUGE = [
  '1e400',
  '-1e308',
  '99999999999999999999',
  '9007199254740993',
  '0.1e-400',
  '1'.repeat(400),
  '18446744073709551616Gi',
  '9e99Gi',
];

/** A number that no number can hold. */
export const hugeNumber: Damage = (text, dice) => marked(text, dice, () => dice.pick(HUGE));

const STRANGE = [
  '-1',
  '-0',
  '.nan',
  '.NaN',
  '.inf',
  '-.inf',
  '0o17',
  '017',
  '0x1F',
  '0b11',
  '1_000',
  '+5',
  '1e3',
  '12:30:45',
  '1.',
  '.5',
  '٣',
  '1,5',
];

/** A number that YAML 1.1, 1.2 and people read differently. */
export const strangeNumber: Damage = (text, dice) => marked(text, dice, () => dice.pick(STRANGE));

const CHARACTERS = [
  '\u202e',
  '\u200f',
  'e\u0301\u0301\u0301',
  '😀',
  '\\ud800',
  '\ud800',
  '\u0000',
  '\u0007',
  '\u001b[2J',
  '\u0085',
  '\u2028',
  '\u00a0',
  '\ufeff',
  '\uffff',
  '\u{10ffff}',
  'İ',
  'ß',
  '\u3000',
  '‮',
];

/** A character that few expect, in a value or anywhere. */
export const unicode: Damage = (text, dice) => {
  const character = dice.pick(CHARACTERS);
  if (dice.oneIn(3)) {
    const at = dice.below(text.length + 1);
    return text.slice(0, at) + character + text.slice(at);
  }
  return marked(text, dice, (value) => `"a${character}${value.replace(/["\\]/g, '')}"`);
};

/** A value, or a whole map, in the place of another one. */
export const swapped: Damage = (text, dice) =>
  edited(text, (document) => {
    const [one, other] = [dice.pick(pairsOf(document)), dice.pick(pairsOf(document))];
    const value = one.value;
    one.value = JSON.parse(JSON.stringify(other.value)) as unknown;
    if (dice.oneIn(2)) other.value = JSON.parse(JSON.stringify(value)) as unknown;
  });

/** A key that nobody knows, or that belongs somewhere else. */
export const unknownKey: Damage = (text, dice) =>
  edited(text, (document) => {
    const keys = pairsOf(document).map(({ key }) => String(key));
    const key = dice.pick([
      'storge',
      'Bucket',
      'kind',
      'a.b',
      'a b',
      '',
      ' ',
      '1',
      'bucket:abc',
      'x\ny',
      ...keys,
    ]);
    const map = dice.pick(mapsOf(document));
    map.items.splice(
      dice.below(map.items.length + 1),
      0,
      document.createPair(key, dice.pick([1, 'x', null, {}, []])),
    );
  });

/** A key with a letter too few, too many, or in the other case. */
export const misspelledKey: Damage = (text, dice) =>
  edited(text, (document) => {
    const pair = dice.pick(pairsOf(document));
    const key = String(pair.key);
    const at = dice.below(key.length);
    const ways = [
      key.slice(0, at) + key.slice(at + 1),
      key.slice(0, at) + (key[at] ?? '') + key.slice(at),
      key.toUpperCase(),
      `${key.slice(0, at)}_${key.slice(at)}`,
      Array.from(key).reverse().join(''),
    ];
    pair.key = new Scalar(dice.pick(ways));
  });

const PROTOTYPE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '__defineGetter__',
  'isPrototypeOf',
];

/** A key that every object of JavaScript has. */
export const prototypeKey: Damage = (text, dice) =>
  edited(text, (document) => {
    const inner = new YAMLMap();
    inner.items.push(document.createPair(dice.pick(['polluted', 'toString', '__proto__', 'kind']), 'yes'));
    const value = dice.pick([inner, 'polluted', null]);
    if (dice.oneIn(3)) {
      dice.pick(pairsOf(document)).key = new Scalar(dice.pick(PROTOTYPE));
      return;
    }
    dice.pick(mapsOf(document)).items.push(document.createPair(dice.pick(PROTOTYPE), value));
  });
