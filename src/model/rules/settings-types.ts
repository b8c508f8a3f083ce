import type { SettingValue } from '../settings';
import { isTable } from '../settings';

interface SettingType {
  readonly words: string;
  readonly accepts: (value: SettingValue) => boolean;
}

const isString = (value: SettingValue): boolean => typeof value === 'string';
const isBoolean = (value: SettingValue): boolean => typeof value === 'boolean';
const isInteger = (value: SettingValue): boolean => Number.isSafeInteger(value);
const listOf =
  (accepts: (value: SettingValue) => boolean) =>
  (value: SettingValue): boolean =>
    Array.isArray(value) && (value as readonly SettingValue[]).every(accepts);
const mapOf =
  (accepts: (value: SettingValue) => boolean) =>
  (value: SettingValue): boolean =>
    isTable(value) && Object.values(value).every(accepts);

/** The runner reads a Go duration; a bare integer would be nanoseconds, which nobody means. */
const GO_DURATION = /^(?:[0-9]+(?:\.[0-9]+)?(?:ns|us|ms|s|m|h))+$/;

/** The words of `runner-settings.json`. A word that is missing here accepts everything that TOML can say. */
export const SETTING_TYPES: Readonly<Record<string, SettingType>> = {
  string: { words: 'text', accepts: isString },
  integer: { words: 'an integer', accepts: isInteger },
  float: { words: 'a number', accepts: (value) => typeof value === 'number' && Number.isFinite(value) },
  boolean: { words: 'true or false', accepts: isBoolean },
  strings: { words: 'a list of texts', accepts: listOf(isString) },
  integers: { words: 'a list of integers', accepts: listOf(isInteger) },
  'string-or-strings': {
    words: 'text or a list of texts',
    accepts: (value) => isString(value) || listOf(isString)(value),
  },
  duration: {
    words: 'a duration such as "30s" or "1h30m"',
    accepts: (value) => typeof value === 'string' && GO_DURATION.test(value),
  },
  map: { words: 'a map of texts', accepts: mapOf(isString) },
  booleans: { words: 'a map of true and false', accepts: mapOf(isBoolean) },
};
