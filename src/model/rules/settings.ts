import { suggestion } from '../closest';
import type { Model, Runner } from '../model';
import { isTable, type Settings, type SettingValue } from '../settings';
import { kindOf, shown } from '../shown';
import { tables } from '../runner-settings.json';
import { CONTENT_RULES } from './settings-content';
import { OWNED } from './settings-owned';
import { POD_RULES } from './settings-pods';
import { SETTING_TYPES } from './settings-types';
import type { Violation } from './rule';

/** What is wrong in `runners[].settings`; each path begins there. */
export function settingsViolations(runner: Runner, model: Model): Violation[] {
  const inShape = tableViolations(runner.settings, 'runners', []);
  if (inShape.length > 0) return inShape;
  return [...CONTENT_RULES, ...POD_RULES]
    .filter(({ holds }) => !holds(runner, model))
    .map(({ path, message }) => ({
      path: path.split('.'),
      message: message(runner, model),
    }));
}

const CATALOGUE: Readonly<Record<string, Readonly<Record<string, string>>>> = tables;

function tableViolations(table: Settings, name: string, path: Violation['path']): Violation[] {
  const known = CATALOGUE[name] ?? {};
  return Object.entries(table).flatMap(([key, value]) => {
    const at = [...path, key];
    const owner = ownerOf([...path, withoutBrackets(key)]);
    if (owner !== undefined)
      return [{ path: at, atKey: true, message: `Cannot set "${key}" here: ${owner}` }];
    const type = Object.hasOwn(known, key) ? known[key] : undefined;
    if (type !== undefined)
      return valueViolations(value, isQuantity(name, key, type) ? 'quantity' : type, at);
    const hint = suggestion(withoutBrackets(key), Object.keys(known)) || '; the runner would ignore it';
    return [{ path: at, atKey: true, message: `Unknown runner setting "${key}"${hint}` }];
  });
}

/** The runner's own list calls them text; the API server would refuse the job pod. */
function isQuantity(table: string, key: string, type: string): boolean {
  return table === 'kubernetes' && type === 'string' && /_(?:limit|request|max_allowed)$/.test(key);
}

function ownerOf(path: Violation['path']): string | undefined {
  const key = `.${path.join('.')}`;
  return Object.hasOwn(OWNED, key) ? OWNED[key] : undefined;
}

/** `[runners.cache]` is how the runner's own file begins a table; here it is just `cache`. */
function withoutBrackets(key: string): string {
  return key.replace(/^\[*(?:runners\.)?/, '').replace(/\]*$/, '');
}

function valueViolations(value: SettingValue, type: string, path: Violation['path']): Violation[] {
  const [word = '', table = ''] = type.split(':');
  if (word === 'table') {
    if (isTable(value)) return tableViolations(value, table, path);
    return [{ path, message: `Cannot use ${kindOf(value)}: expected a map of keys` }];
  }
  if (word === 'tables') {
    if (!Array.isArray(value)) {
      return [{ path, message: `Cannot use ${kindOf(value)}: expected a list of maps, each behind "- "` }];
    }
    const items = value as readonly SettingValue[];
    return items.flatMap((item, index) => valueViolations(item, `table:${table}`, [...path, index]));
  }
  const expected = SETTING_TYPES[word];
  if (expected === undefined || expected.accepts(value)) return [];
  const said = expected.isCollection ? 'this value' : shown(value);
  return [{ path, message: `Cannot use ${said}: expected ${expected.words}` }];
}
