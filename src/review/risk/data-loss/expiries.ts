import { at, isMap, listOf, textOf, type Value } from '../../../manifests/value';

/** How long something is kept. */
export interface Expiry {
  /** What it is called, or what it is about: the same before and after. */
  readonly rule: string;
  readonly days: number;
}

/** All limits of age in a text: of `mc ilm` and `mc rm`, of lifecycle documents in JSON and XML, also inside of a script. */
export function expiriesIn(text: string): readonly Expiry[] {
  const script = withValues(text.replaceAll(/\\\n\s*/g, ' '));
  return [
    ...Array.from(script.matchAll(RULE), ([, days]) => ({ rule: 'mc ilm', days: Number(days) })),
    ...Array.from(script.matchAll(REMOVAL), ([, age = '']) => ({ rule: 'mc rm', days: ageInDays(age) })),
    ...Array.from(text.matchAll(XML), ([, days]) => ({ rule: 'XML', days: Number(days) })),
    ...documentsIn(text).flatMap((document) => listOf(at(document, 'Rules')).flatMap(ofRule)),
  ];
}

const RULE = /\bmc\b[^\n]*\bilm\b[^\n]*--expir(?:e|y)-days[ =]["']?(\d+)/g;
const REMOVAL = /\bmc\b[^\n]*\brm\b[^\n]*--older-than[ =]["']?((?:\d+[dhms])+)/g;
const XML = /<Expiration>\s*<Days>(\d+)<\/Days>/g;

/** A variable that the script itself sets to a number stands for it. */
function withValues(script: string): string {
  const values = new Map(
    Array.from(
      script.matchAll(/^\s*(?:export\s+|readonly\s+)?(\w+)=["']?(\d+[dhms]?)["']?\s*$/gm),
      ([, name, value]) => [name, value],
    ),
  );
  return script.replaceAll(/"?\$\{?(\w+)\}?"?/g, (whole, name: string) => values.get(name) ?? whole);
}

/** `7d`, `1d12h` */
function ageInDays(age: string): number {
  return [...age.matchAll(/(\d+)([dhms])/g)].reduce(
    (days, [, count, unit = 'd']) => days + Number(count) * (UNITS[unit] ?? 0),
    0,
  );
}

const UNITS: Readonly<Record<string, number>> = { d: 1, h: 1 / 24, m: 1 / 1440, s: 1 / 86_400 };

/** JSON with rules, from the brace before them to the one that closes it. */
function documentsIn(text: string): readonly Value[] {
  return Array.from(text.matchAll(/\{\s*"Rules"/g), ({ index }) => jsonAt(text, index)).filter(
    (value) => value !== undefined,
  );
}

function jsonAt(text: string, start: number): Value | undefined {
  let depth = 0;
  for (let end = start; end < text.length; end++) {
    if (text[end] === '{') depth++;
    if (text[end] === '}' && --depth === 0) {
      try {
        return JSON.parse(text.slice(start, end + 1)) as Value;
      } catch {
        return undefined;
      }
    }
  }
  return undefined;
}

function ofRule(rule: Value): readonly Expiry[] {
  const days = at(rule, 'Expiration', 'Days');
  if (textOf(at(rule, 'Status')) === 'Disabled' || typeof days !== 'number' || !isMap(rule)) return [];
  return [{ rule: textOf(rule.ID) ?? JSON.stringify(rule.Filter ?? rule.Prefix ?? ''), days }];
}
