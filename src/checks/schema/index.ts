import type { Check } from '../check';
import { schemaFaults } from './faults';
import { SCHEMA_RULES, type SchemaId } from './rules';

/** Whether an API server would take each object: fields, types and values, as strict validation judges them. */
export const SCHEMA_CHECKS: readonly Check[] = (Object.keys(SCHEMA_RULES) as SchemaId[]).map((id) => ({
  id,
  ...SCHEMA_RULES[id],
  find: (system) => system.view(schemaFaults).get(id) ?? [],
}));
