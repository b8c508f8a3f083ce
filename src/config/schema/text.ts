import { z } from 'zod';

/**
 * A string that `parse` turns into a value or refuses with a RangeError. Pattern and example are for the JSON Schema
 * and for what is no string at all: the message about a string is always that of `parse`.
 */
export function text<Value>(parse: (text: string) => Value, pattern?: RegExp, example?: string) {
  const input = z.string().meta({
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
    ...(example === undefined ? {} : { examples: [example] }),
  });
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
export function matching(pattern: RegExp, message: (text: string) => string, example?: string) {
  return text(
    (value) => {
      if (!pattern.test(value)) throw new RangeError(message(value));
      return value;
    },
    pattern,
    example,
  );
}

/** One alternative, which its `kind` chooses. Both have the description, because editors show either. */
export function choice<Name extends string, Keys extends z.ZodRawShape>(
  name: Name,
  description: string,
  keys: Keys,
) {
  return z.strictObject({ kind: z.literal(name).describe(description), ...keys }).describe(description);
}
