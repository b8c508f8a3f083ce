import { z } from 'zod';
import { EXTENDS } from './layers';
import { configuration } from './schema';

/** As much of JSON Schema as ours uses. */
export interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly additionalProperties?: JsonSchema | boolean;
}

/** The schema of the configuration file, draft 2020-12, for editors and for the docs. */
export function jsonSchema(): JsonSchema {
  built ??= {
    ...(z.toJSONSchema(configuration, { io: 'input' }) as JsonSchema),
    ...{ title: 'runner-cache.yaml' },
  };
  return built;
}

/** What an editor is told: a file that extends another one says only what differs. */
export function editorSchema(): JsonSchema {
  const { required = [], properties, ...rest } = jsonSchema();
  const file: JsonSchema = {
    type: 'string',
    minLength: 1,
    description:
      'Another file that this one lies over: maps are merged, lists and maps of another `kind` are replaced',
    examples: ['../base.yaml'],
  };
  return {
    ...rest,
    properties: { [EXTENDS]: file, ...properties },
    anyOf: [{ required }, { required: [EXTENDS] }],
  };
}

/** Always the same, and 30 ms to build: as long as ten faults take to tell. Without a fault it is never needed. */
let built: JsonSchema | undefined;

/** The alternatives of a schema; one where there is no choice. */
export function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  return (schema.anyOf ?? schema.oneOf)?.flatMap(branchesOf) ?? [schema];
}

/** The parts of the schema that describe a path, for a given input. Of alternatives with a `kind`, the chosen one. */
export function schemasAt(path: readonly (string | number)[], input: unknown): readonly JsonSchema[] {
  let schemas = chosen(jsonSchema(), input);
  let value = input;
  for (const part of path) {
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[part]
        : undefined;
    schemas = schemas
      .flatMap((schema) => partOf(schema, part) ?? [])
      .flatMap((schema) => chosen(schema, value));
  }
  return schemas;
}

function partOf(
  { items, properties = {}, additionalProperties }: JsonSchema,
  part: string | number,
): JsonSchema | undefined {
  if (typeof part === 'number') return items;
  if (Object.hasOwn(properties, part)) return properties[part];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

function chosen(schema: JsonSchema, value: unknown): readonly JsonSchema[] {
  const branches = branchesOf(schema);
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
  const fitting = branches.filter(({ properties }) => kind !== undefined && properties?.kind?.const === kind);
  return fitting.length > 0 ? fitting : branches;
}
