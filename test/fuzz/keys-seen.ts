import { branchesOf, jsonSchema, type JsonSchema } from '../../src/config/json-schema';

/** Every key of the configuration, with the `kind` of its map where there is a choice: `store.storage(volume).size`. */
export function keysOfSchema(schema: JsonSchema = jsonSchema(), path = ''): readonly string[] {
  const branches = branchesOf(schema);
  return branches.flatMap(({ properties = {}, items, additionalProperties }) => {
    const kind = properties.kind?.const;
    const at = typeof kind === 'string' ? `${path}(${kind})` : path;
    return [
      ...Object.entries(properties).flatMap(([key, inner]) => {
        const here = at === '' ? key : `${at}.${key}`;
        return [here, ...keysOfSchema(inner, here)];
      }),
      ...(items === undefined ? [] : keysOfSchema(items, `${path}[]`)),
      ...(typeof additionalProperties === 'object' ? keysOfSchema(additionalProperties, `${path}{}`) : []),
    ];
  });
}

/** The same of one configuration: the keys of the schema that stand in it. */
export function keysOfInput(value: unknown, known: ReadonlySet<string>, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keysOfInput(item, known, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const { kind } = value as { readonly kind?: unknown };
  const isChoice = typeof kind === 'string' && known.has(`${path}(${kind}).kind`);
  const at = isChoice ? `${path}(${kind})` : path;
  return Object.entries(value).flatMap(([key, inner]) => {
    const said = at === '' ? key : `${at}.${key}`;
    return known.has(said)
      ? [said, ...keysOfInput(inner, known, said)]
      : keysOfInput(inner, known, `${path}{}`);
  });
}
