import { z } from 'zod';

/**
 * A string that `parse` turns into a value or refuses with a RangeError. The pattern is for the JSON Schema only:
 * the message is always that of `parse`.
 */
export function text<Value>(parse: (text: string) => Value, pattern?: RegExp) {
  const input = pattern === undefined ? z.string() : z.string().meta({ pattern: pattern.source });
  return input.transform((value, context): Value => {
    try {
      return parse(value);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  });
}

/** Takes the text as it is, if it fits. */
export function matching(pattern: RegExp, message: (text: string) => string) {
  return text((value) => {
    if (!pattern.test(value)) throw new RangeError(message(value));
    return value;
  }, pattern);
}
