import type { Change, FieldChange } from '../change';
import type { Judgement, Risk } from './risk';

const SOURCE = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/';

/** Rows for what no other row tells, so that no change is silent. They judge after all others. */
export const OTHERWISE: readonly Risk[] = [
  row('object-added', 'an object is added', 'there is a new object', ({ is }) => is === 'added'),
  row('object-removed', 'an object is removed', 'the object goes', ({ is }) => is === 'removed'),
  row(
    'object-renamed',
    'an object is renamed',
    'to a cluster this is another object: the new one is made, the old one deleted',
    ({ is }) => is === 'renamed',
  ),
  {
    id: 'field-changed',
    class: 'ROUTINE',
    change: 'a field changes, and nothing here knows more of it',
    why: 'What it means is up to who reads the object.',
    source: SOURCE,
    judge: ({ is, fields }) =>
      fields
        .filter((field) => is !== 'renamed' || !isOwnName(field))
        .map((field) => ({ about: [field], message: 'changes' })),
  },
];

/** What a rename says by itself; the API server gives a Namespace the label. */
function isOwnName({ field }: FieldChange): boolean {
  return ['metadata.name', 'metadata.labels.kubernetes.io/metadata.name'].includes(field.join('.'));
}

function row(id: string, change: string, message: string, isIt: (change: Change) => boolean): Risk {
  return {
    ...{ id, class: 'ROUTINE', change, source: SOURCE },
    why: 'What it means is up to who uses the object.',
    judge: (one): readonly Judgement[] => (isIt(one) ? [{ message }] : []),
  };
}
