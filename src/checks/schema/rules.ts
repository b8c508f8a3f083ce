import type { Rule } from '../../findings/rule';
import { FIELD_RULES } from './rules-fields';
import { OBJECT_RULES } from './rules-objects';
import { VALUE_RULES } from './rules-values';

/** What people read of each check of this family. */
export const SCHEMA_RULES = { ...FIELD_RULES, ...VALUE_RULES, ...OBJECT_RULES } as const satisfies Readonly<
  Record<string, Omit<Rule, 'id'>>
>;

export type SchemaId = keyof typeof SCHEMA_RULES;
