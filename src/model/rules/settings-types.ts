import type { SettingValue } from '../settings';
import { isTable } from '../settings';

interface SettingType {
  readonly words: string;
  readonly accepts: (value: SettingValue) => boolean;
  /** What stands in its place may hold many values, secrets among them, so it is not shown. */
  readonly isCollection: boolean;
}

const isString = (value: SettingValue): boolean => typeof value === 'string';
const isBoolean = (value: SettingValue): boolean => typeof value === 'boolean';
const isNumber = (value: SettingValue): boolean => typeof value === 'number' && Number.isFinite(value);
const isInteger = (value: SettingValue): boolean => Number.isSafeInteger(value);
const listOf =
  (accepts: (value: SettingValue) => boolean) =>
  (value: SettingValue): boolean =>
    Array.isArray(value) && (value as readonly SettingValue[]).every(accepts);
const mapOf =
  (accepts: (value: SettingValue) => boolean) =>
  (value: SettingValue): boolean =>
    isTable(value) && Object.values(value).every(accepts);

/** TOML has no empty values, and the runner reads no integer beyond 64 bits. */
function isToml(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.every(isToml);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isToml);
  return typeof value === 'string' || typeof value === 'boolean';
}

/** The runner reads a Go duration; a bare integer would be nanoseconds, which nobody means. */
const GO_DURATION = /^(?:[0-9]+(?:\.[0-9]+)?(?:ns|us|ms|s|m|h))+$/;

/** As the API server reads one, without exponents. */
const QUANTITY = /^[0-9]+(?:\.[0-9]+)?(?:m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/;

/** The words of `runner-settings.json`. */
export const SETTING_TYPES: Readonly<Record<string, SettingType>> = {
  string: { words: 'text in quotes', accepts: isString, isCollection: false },
  quantity: {
    words: 'a quantity such as "500m" or "2Gi"',
    accepts: (value) => typeof value === 'string' && (value === '' || QUANTITY.test(value)),
    isCollection: false,
  },
  integer: { words: 'an integer without quotes', accepts: isInteger, isCollection: false },
  float: { words: 'a number', accepts: isNumber, isCollection: false },
  boolean: { words: 'true or false without quotes', accepts: isBoolean, isCollection: false },
  strings: { words: 'a list of texts, each behind "- "', accepts: listOf(isString), isCollection: true },
  integers: { words: 'a list of integers, each behind "- "', accepts: listOf(isInteger), isCollection: true },
  'string-or-strings': {
    words: 'text or a list of texts',
    accepts: (value) => isString(value) || listOf(isString)(value),
    isCollection: true,
  },
  duration: {
    words: 'a duration such as "30s" or "1h30m"',
    accepts: (value) => typeof value === 'string' && GO_DURATION.test(value),
    isCollection: false,
  },
  map: { words: 'a map of texts', accepts: mapOf(isString), isCollection: true },
  any: { words: 'a value without empty parts and without huge numbers', accepts: isToml, isCollection: true },
  booleans: {
    words: 'a map of true and false without quotes',
    accepts: mapOf(isBoolean),
    isCollection: true,
  },
};
