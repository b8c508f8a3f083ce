import { suggestion } from '../closest';
import type { Model, Runner } from '../model';
import { isTable, type Settings, type SettingValue } from '../settings';
import { tables } from '../runner-settings.json';
import { CONTENT_RULES } from './settings-content';
import { OWNED } from './settings-owned';
import { SETTING_TYPES } from './settings-types';
import type { Violation } from './rule';

/** What is wrong in `runners[].settings`; each path begins with a dot. */
export function settingsViolations(runner: Runner, model: Model): Violation[] {
  const inShape = tableViolations(runner.settings, 'runners', '');
  if (inShape.length > 0) return inShape;
  return CONTENT_RULES.filter(({ holds }) => !holds(runner, model)).map(({ path, message }) => ({
    path: `.${path}`,
    message: message(runner, model),
  }));
}

const CATALOGUE: Readonly<Record<string, Readonly<Record<string, string>>>> = tables;

function tableViolations(table: Settings, name: string, path: string): Violation[] {
  const known = CATALOGUE[name] ?? {};
  return Object.entries(table).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    const owner = OWNED[at];
    if (owner !== undefined) return [{ path: at, message: `Cannot set "${key}" here: ${owner}` }];
    const type = Object.hasOwn(known, key) ? known[key] : undefined;
    if (type === undefined) {
      const hint = suggestion(key, Object.keys(known)) || '; the runner would ignore it';
      return [{ path: at, message: `Unknown runner setting "${key}"${hint}` }];
    }
    return valueViolations(value, type, at);
  });
}

function valueViolations(value: SettingValue, type: string, path: string): Violation[] {
  const [word = '', table = ''] = type.split(':');
  if (word === 'table') {
    return isTable(value)
      ? tableViolations(value, table, path)
      : [{ path, message: 'Cannot use this value: expected a map of keys' }];
  }
  if (word === 'tables') {
    if (!Array.isArray(value)) return [{ path, message: 'Cannot use this value: expected a list of maps' }];
    const items = value as readonly SettingValue[];
    return items.flatMap((item, index) =>
      valueViolations(item, `table:${table}`, `${path}[${String(index)}]`),
    );
  }
  const expected = SETTING_TYPES[word];
  if (expected === undefined || expected.accepts(value)) return [];
  return [{ path, message: `Cannot use ${JSON.stringify(value)}: expected ${expected.words}` }];
}
