/** Parts of JSON Schemas. */
export const TEXT = { type: 'string' } as const;
export const COUNT = { type: 'integer', minimum: 0 } as const;

/** Every property is there, but for those that are optional, and no other. */
export function map(properties: Readonly<Record<string, object>>, optional: readonly string[]): object {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false };
}

export function listOf(items: object): object {
  return { type: 'array', items };
}

export const IDENTITY = {
  group: { ...TEXT, description: 'of the API; empty for core kinds' },
  kind: TEXT,
  namespace: { ...TEXT, description: 'empty where the object does not say one' },
  name: TEXT,
} as const;

export const OBJECT = map(IDENTITY, []);
