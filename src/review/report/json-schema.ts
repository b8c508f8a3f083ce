import { COUNT, IDENTITY, listOf, map, OBJECT, TEXT } from '../../findings/json-shapes';
import { CLASSES } from '../risk/classes';

const LINE = { type: 'integer', minimum: 1 } as const;
const CLASS = { enum: CLASSES } as const;

const CHANGED = {
  ...IDENTITY,
  is: { enum: ['added', 'removed', 'changed', 'renamed'] },
  renamedFrom: { ...TEXT, description: 'the name in the base' },
  file: { ...TEXT, description: 'from where the command ran; for what is gone, the file in the base' },
  line: LINE,
  column: LINE,
  waived: { ...TEXT, description: 'the reason that the file of waivers gives' },
} as const;

const FIELD = {
  field: { ...TEXT, description: 'absent: the object as a whole' },
  before: { ...TEXT, description: 'as people may read it: secrets are masked' },
  after: TEXT,
} as const;

const CHANGE = {
  class: CLASS,
  id: { ...TEXT, pattern: '^[a-z][a-z0-9-]*$', description: 'of the row of risks; never changes' },
  message: { ...TEXT, description: 'what happens' },
  instead: { ...TEXT, description: 'what to do instead, or before' },
  details: { ...listOf(TEXT), description: 'all of what the message has only the first' },
  ...FIELD,
  others: {
    ...listOf(map(FIELD, ['before', 'after'])),
    description: 'more fields that it is about in the same way',
  },
  objects: { ...listOf(map(CHANGED, ['renamedFrom', 'waived'])), description: 'that it happens to' },
  affected: { ...listOf(OBJECT), description: 'who else has part in it' },
} as const;

const WAIVER = { object: TEXT, folder: TEXT, class: CLASS, reason: TEXT, until: TEXT, line: LINE } as const;

/** What `runner-cache review --format json` writes, draft 2020-12. */
export function reviewSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A review of runner-cache',
    ...map(
      {
        version: { const: 1 },
        base: TEXT,
        head: TEXT,
        passes: { type: 'boolean', description: 'no gated class, and no waiver that has ended' },
        counts: {
          ...map(Object.fromEntries(CLASSES.map((name) => [name, COUNT])), []),
          description: 'objects of which something of the class is told',
        },
        changes: {
          ...listOf(map(CHANGE, ['instead', 'details', 'field', 'before', 'after', 'others'])),
          description: 'worst first',
        },
        expiredWaivers: listOf(map(WAIVER, ['folder'])),
        unusedWaivers: listOf(map(WAIVER, ['folder'])),
      },
      [],
    ),
  };
}
