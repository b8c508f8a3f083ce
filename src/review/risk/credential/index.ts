import type { FieldChange } from '../../change';
import type { Manifest } from '../../../manifests/manifest';
import { mapOf, textsOf } from '../../../manifests/value';
import { readersOf } from '../../../system/readers';
import type { Risk } from '../risk';
import { isKeptFromPruning } from '../subject';
import { below } from '../telling';
import { EMPTIED } from './emptied';
import { MAKERS } from './makers';
import { missesOf } from './misses';
import { REFERENCES } from './references';

const SECRETS = 'https://kubernetes.io/docs/concepts/configuration/secret/';

/** Keys, and who reads them. */
export const CREDENTIAL: readonly Risk[] = [
  {
    id: 'secret-values',
    class: 'CREDENTIAL',
    change: 'values of a Secret change',
    why: 'Who has read the old ones uses them until it starts again; a cache misses until both sides have the same.',
    source: SECRETS,
    *judge({ is, head, fields }, { head: system }) {
      if (is !== 'changed' || head.identity.group !== '' || head.kind !== 'Secret') return;
      const about = fields.filter(below('data'));
      if (about.length === 0) return;
      const readers = readersOf(system, head);
      const affected = readers.map(({ identity }) => identity);
      yield {
        about,
        message: `${keysOf(about)} of the Secret change${missesOf(readers)}`,
        affected,
      };
    },
  },
  {
    id: 'secret-in-clear',
    class: 'CREDENTIAL',
    change: 'a Secret comes into the tree with its values',
    why: 'Base64 hides nothing: who can read the repository has them, and its history keeps them.',
    source: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    *judge({ base, head }) {
      if (head === undefined || !holdsValues(head) || (base !== undefined && holdsValues(base))) return;
      yield {
        message: 'the values of the Secret stand in the files for all who can read them',
        instead:
          'let the cluster or an operator fill the Secret, and replace the values: they have been seen',
      };
    },
  },
  {
    id: 'secret-removed',
    class: 'CREDENTIAL',
    change: 'a Secret is removed while pods read it',
    why: 'Their next start waits for it for ever; those that run notice nothing until then.',
    source: SECRETS,
    *judge({ is, base }, { head: system }) {
      if (base?.kind !== 'Secret' || base.identity.group !== '' || (is !== 'removed' && is !== 'renamed'))
        return;
      if (isKeptFromPruning(base)) return;
      const affected = readersOf(system, base).map(({ identity }) => identity);
      if (affected.length > 0)
        yield {
          message: 'the Secret goes, and pods still name it',
          instead: 'change who reads it first',
          affected,
        };
    },
  },
  ...MAKERS,
  ...REFERENCES,
  ...EMPTIED,
];

function keysOf(fields: readonly FieldChange[]): string {
  const keys = fields.map(({ field }) => field[1]).filter((key) => key !== undefined);
  return keys.length === 0 ? 'all values' : `the values of ${keys.map((key) => `"${key}"`).join(', ')}`;
}

function holdsValues({ kind, identity: { group }, object }: Manifest): boolean {
  if (kind !== 'Secret' || group !== '') return false;
  return [textsOf(object.data), mapOf(object.stringData)].some((values) =>
    Object.values(values).some((value) => value !== ''),
  );
}
