import { suggestion } from '../../text/closest';
import type { Model, Runner } from '../model';
import { isTable, type Settings, type SettingValue } from '../settings';
import { kindOf, MOST_TOLD, shown } from '../../text/shown';
import { tables } from '../../facts/runner-settings.json';
import { CONTENT_RULES } from './settings-content';
import { OWNED } from './settings-owned';
import { POD_RULES } from './settings-pods';
import { SETTING_TYPES } from './settings-types';
import type { Violation } from './rule';

/** What is wrong in `runners[].settings`; each path begins there. */
export function settingsViolations(runner: Runner, model: Model): Violation[] {
  const misshapen = first(MOST_TOLD, tableViolations(runner.settings, 'runners', []));
  if (misshapen.length > 0) return misshapen;
  return [...CONTENT_RULES, ...POD_RULES]
    .filter(({ holds }) => !holds(runner, model))
    .map(({ path, message }) => ({
      path: path.split('.'),
      message: message(runner, model),
    }));
}

const CATALOGUE: Readonly<Record<string, Readonly<Record<string, string>>>> = tables;

function first<Item>(count: number, items: Iterable<Item>): Item[] {
  const found: Item[] = [];
  for (const item of items) {
    found.push(item);
    if (found.length === count) break;
  }
  return found;
}

function* tableViolations(table: Settings, name: string, path: Violation['path']): Generator<Violation> {
  for (const [key, value] of Object.entries(table)) yield* keyViolations(key, value, name, path);
}

function* keyViolations(
  key: string,
  value: SettingValue,
  table: string,
  path: Violation['path'],
): Generator<Violation> {
  const known = CATALOGUE[table] ?? {};
  const at = [...path, key];
  const owner = ownerOf([...path, withoutBrackets(key)]);
  const type = Object.hasOwn(known, key) ? known[key] : undefined;
  if (owner !== undefined) {
    yield { path: at, atKey: true, message: `Cannot set ${shown(key)} here: ${withRemedy(owner)}` };
  } else if (type !== undefined) {
    yield* valueViolations(value, isQuantity(table, key, type) ? 'quantity' : type, at);
  } else {
    const hint = suggestion(withoutBrackets(key), Object.keys(known)) || '; the runner would ignore it';
    yield { path: at, atKey: true, message: `Unknown runner setting ${shown(key)}${hint}` };
  }
}

/** The runner's own list calls them text; the API server would refuse the job pod. */
function isQuantity(table: string, key: string, type: string): boolean {
  return table === 'kubernetes' && type === 'string' && /_(?:limit|request|max_allowed)$/.test(key);
}

function withRemedy(owner: string): string {
  return owner.startsWith('use ') ? owner : `${owner}; remove it`;
}

function ownerOf(path: Violation['path']): string | undefined {
  const key = `.${path.join('.')}`;
  return Object.hasOwn(OWNED, key) ? OWNED[key] : undefined;
}

/** `[runners.cache]` is how the runner's own file begins a table; here it is just `cache`. */
function withoutBrackets(key: string): string {
  return key.replace(/^\[*(?:runners\.)?/, '').replace(/\]*$/, '');
}

function* valueViolations(value: SettingValue, type: string, path: Violation['path']): Generator<Violation> {
  const [word = '', table = ''] = type.split(':');
  if (word === 'table') {
    if (isTable(value)) yield* tableViolations(value, table, path);
    else yield { path, message: `Cannot use ${kindOf(value)}: expected a map of keys` };
    return;
  }
  if (word === 'tables') {
    if (!Array.isArray(value)) {
      yield { path, message: `Cannot use ${kindOf(value)}: expected a list of maps, each behind "- "` };
      return;
    }
    for (const [index, item] of (value as readonly SettingValue[]).entries()) {
      yield* valueViolations(item, `table:${table}`, [...path, index]);
    }
    return;
  }
  const expected = SETTING_TYPES[word];
  if (expected === undefined || expected.accepts(value)) return;
  const said = expected.isCollection ? 'this value' : shown(value);
  yield { path, message: `Cannot use ${said}: expected ${expected.words}` };
}
