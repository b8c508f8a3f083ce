import { accessKey, secretAccessKey } from '../model/access-key';
import { KEY_NAMES, PREVIOUS_ACCESS_KEY } from '../model/names';
import { authenticationToken } from '../model/runner-token';
import { suggestion } from '../text/closest';
import { quoted } from '../text/shown';

/** What is to be sealed, by name: `root.accesskey`, `runners.main.token`. */
export type SealValues = ReadonlyMap<string, string>;

export interface ReadValues {
  readonly values: SealValues;
  /** `3  runners.main.token  Cannot …`, without any value. */
  readonly faults: readonly ValueFault[];
}

export interface ValueFault {
  readonly line: number;
  /** Empty where what stands there may be a secret. */
  readonly name: string;
  readonly message: string;
}

/**
 * Lines `name=value`. The value is all behind the first `=` as it is, without quotes or escapes, so that no sign of it
 * means anything; a carriage return at its end is part of it, and refused.
 */
export function readValues(text: string, known: readonly string[]): ReadValues {
  const values = new Map<string, string>();
  const faults: ValueFault[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    if (content === '') continue;
    const told = (message: string, name = ''): unknown => faults.push({ line: index + 1, name, message });
    const [, name, value = ''] = /^([^=]*)=(.*)$/s.exec(content) ?? [];
    if (name === undefined)
      told('Cannot read this line: expected a name and a value, such as "root.accesskey=…"');
    else if (!known.includes(name)) told(unknown(name, known));
    else if (values.has(name)) told('Cannot use a name twice: keep one of them', name);
    else {
      const message = faultOf(name, value) ?? twice(name, value, values);
      if (message === undefined) values.set(name, value);
      else told(message, name);
    }
  }
  return { values, faults };
}

function unknown(name: string, known: readonly string[]): string {
  return `Unknown name${suggestion(name, known) || `; expected one of ${quoted(known)}`}`;
}

function faultOf(name: string, value: string): string | undefined {
  const parse = PARSERS[name.slice(name.lastIndexOf('.') + 1)];
  try {
    parse?.(value);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** MinIO refuses a user with the root's name, and one user would have one policy for two runners. */
function twice(name: string, value: string, before: SealValues): string | undefined {
  const isAccessKey = (other: string): boolean => other.endsWith(`.${KEY_NAMES.access}`);
  return isAccessKey(name) && [...before].some(([other, used]) => isAccessKey(other) && used === value)
    ? 'Cannot use an access key twice: expected one of its own for the root and for each runner'
    : undefined;
}

/** By the last part of a name. */
const PARSERS: Readonly<Record<string, (text: string) => string>> = {
  [KEY_NAMES.access]: accessKey,
  [KEY_NAMES.secret]: secretAccessKey,
  [PREVIOUS_ACCESS_KEY]: accessKey,
  token: authenticationToken,
};
