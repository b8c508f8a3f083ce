import { SEVERITIES } from './finding';
import { COUNT, listOf, map, OBJECT, TEXT } from './json-shapes';

const FINDING = {
  id: { ...TEXT, pattern: '^[a-z][a-z0-9-]*$', description: 'of the check; never changes' },
  severity: { enum: SEVERITIES },
  object: { ...OBJECT, description: 'absent for what stands in no object, such as broken YAML' },
  path: {
    ...listOf({ type: ['string', 'integer'] }),
    description: 'of the field, from the root of the object',
  },
  file: { ...TEXT, description: 'from where the command ran' },
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
  message: { ...TEXT, description: 'what is wrong and what comes of it' },
  remedy: { ...TEXT, description: 'what to write instead' },
  page: { ...TEXT, description: 'of the check, from the root of the project' },
  fingerprint: {
    ...TEXT,
    pattern: '^[0-9a-f]{32}$',
    description: 'the same while lines move and items are added',
  },
} as const;

/** What `runner-cache check --format json` writes, draft 2020-12. */
export function findingsSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Findings of runner-cache check',
    ...map(
      {
        version: { const: 1 },
        objects: { ...COUNT, description: 'that were judged' },
        lessSevere: { ...COUNT, description: 'findings below `--severity`' },
        inBaseline: { ...COUNT, description: 'findings that the baseline names' },
        findings: listOf(map(FINDING, ['object'])),
        accepted: listOf(map({ ...FINDING, reason: TEXT }, ['object'])),
      },
      [],
    ),
  };
}
