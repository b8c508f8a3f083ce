import type { Definition } from '../../facts/kubernetes';
import { isList, isMap, type Value } from '../../manifests/value';
import { nearest } from '../../text/closest';
import { shownValue, type Mistake } from './mistake';
import { DURATION } from './forms';
import { quantityFaults } from './quantity';

/** What is wrong with a value that is no map where a map stands, and no list where a list stands. */
export function scalarFaults(
  value: Value,
  definition: Definition,
  name: string | undefined,
): readonly Mistake[] {
  const types =
    definition.oneOf?.map(({ type }) => type) ?? (definition.type === undefined ? [] : [definition.type]);
  // Go takes a list of numbers for bytes.
  if (definition.format === 'byte' && isList(value) && value.length === 0) return [];
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return [typeFault(value, types)];
  if (name === 'resource.Quantity') return quantityFaults(value);
  if (name === 'intstr.IntOrString' && typeof value === 'number')
    return rangeFaults(value, { format: 'int32' });
  if (typeof value === 'number') return rangeFaults(value, definition);
  if (typeof value === 'string') return textFaults(value, definition);
  return [];
}

function isOf(type: string, value: Value): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return isMap(value);
  if (type === 'array') return isList(value);
  return typeof value === type;
}

function typeFault(value: Value, types: readonly string[]): Mistake {
  const [first = ''] = types;
  if (types.length === 1 && first === 'string' && ['number', 'boolean'].includes(typeof value)) {
    return {
      check: 'unquoted-text',
      path: [],
      message: `${shownValue(value)} is a ${typeof value} to YAML where only text may stand: the API server refuses the object`,
      remedy: `put quotes around it: ${shownValue(value)}`,
    };
  }
  const wanted = types.map((type) => WORDS[type] ?? type).join(' or ');
  return {
    check: 'wrong-type',
    path: [],
    message: `${shownValue(value)} stands where ${wanted} belongs: the API server refuses the object`,
    remedy: `write ${wanted}`,
  };
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};

const INT32 = 2 ** 31 - 1;

function rangeFaults(
  value: number,
  { format, minimum, maximum, enum: allowed }: Definition,
): readonly Mistake[] {
  if (allowed !== undefined && !allowed.includes(value)) return [valueFault(value, allowed)];
  const least = minimum ?? (format === 'int32' ? -INT32 - 1 : -Infinity);
  const most = maximum ?? (format === 'int32' ? INT32 : Infinity);
  return value >= least && value <= most ? [] : [numberFault(value, least, most)];
}

export function numberFault(value: number, least: number, most: number): Mistake {
  const bounds = most === Infinity ? `${String(least)} or more` : `${String(least)} to ${String(most)}`;
  return {
    check: 'number-range',
    path: [],
    message: `"${String(value)}" lies outside of ${bounds}, and the API server refuses the object`,
    remedy: `write a number that is ${bounds}`,
  };
}

function textFaults(value: string, definition: Definition): readonly Mistake[] {
  const { enum: allowed, format, pattern, minLength = 0, maxLength } = definition;
  if (allowed !== undefined && value !== '' && !allowed.includes(value)) return [valueFault(value, allowed)];
  if (format === 'byte' && !BASE64.test(value.replace(/[\r\n]/g, ''))) return [base64Fault()];
  if (format === 'duration' && !DURATION.accepts(value)) {
    return [
      {
        ...formFault(value, DURATION.wanted),
        check: 'duration-syntax',
        message: `"${value}" is no duration, and the controller of this kind cannot read it`,
      },
    ];
  }
  if (format === 'date-time' && !RFC_3339.test(value))
    return [formFault(value, 'a time such as "2026-01-31T12:00:00Z"')];
  const length = minLength === 0 && maxLength === undefined ? 0 : Array.from(value).length;
  if (length < minLength || length > (maxLength ?? Infinity)) {
    return [formFault(value, `${String(minLength)} to ${String(maxLength ?? 'any number of')} characters`)];
  }
  if (pattern !== undefined && !matches(pattern, value))
    return [formFault(value, `text of the form ${pattern}`)];
  return [];
}

export const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The pattern is of Go's kind; what JavaScript cannot read is not judged. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return true;
  }
}

export function valueFault(value: string | number, allowed: readonly (string | number)[]): Mistake {
  const words = allowed.map(String).filter(Boolean);
  const near = nearest(String(value), words);
  return {
    check: 'unknown-value',
    path: [],
    message: `The API knows no ${shownValue(value)} here, and the API server refuses the object`,
    remedy:
      near === undefined ? `write one of ${words.map((word) => `"${word}"`).join(', ')}` : `write "${near}"`,
  };
}

function base64Fault(): Mistake {
  return {
    check: 'data-base64',
    path: [],
    message: 'This is not base64, and the API server refuses the object',
    remedy: 'encode the value by base64',
  };
}

export function formFault(value: string, wanted: string): Mistake {
  return {
    check: 'value-form',
    path: [],
    message: `"${value.slice(0, 60)}" is refused by the API server`,
    remedy: `write ${wanted}`,
  };
}

export function countFaults(
  list: readonly Value[],
  { minItems = 0, maxItems = Infinity }: Definition,
): readonly Mistake[] {
  return list.length < minItems || list.length > maxItems
    ? [
        {
          check: 'number-range',
          path: [],
          message: `${String(list.length)} items are not taken here, and the API server refuses the object`,
          remedy: `write ${String(minItems)} to ${String(maxItems)}`,
        },
      ]
    : [];
}
