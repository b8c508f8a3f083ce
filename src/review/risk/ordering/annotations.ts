import {
  annotation,
  DELETE_POLICY,
  HELM_DELETE_POLICY,
  HELM_HOOK,
  HELM_WEIGHT,
  HOOK,
  SYNC_OPTIONS,
  WAVE,
} from '../../../system/annotations';
import { words } from '../../../system/annotations';
import type { Risk } from '../risk';

const DOCS = 'https://argo-cd.readthedocs.io/en/stable/user-guide';

/** What an object says of its turn in a sync. */
export const TURNS: readonly Risk[] = [
  turn('sync-wave-changed', 'the wave of an object changes', [WAVE, HELM_WEIGHT], 'sync-waves', {
    why: 'Argo CD applies waves from low to high, and begins one when all of the one before is healthy.',
    message: 'it is applied in another wave',
  }),
  turn(
    'hook-changed',
    'an object becomes a hook, of another phase, or is one no more',
    [HOOK, HELM_HOOK],
    'sync-waves',
    {
      why: 'A hook is no part of the Application: it is made anew with each sync, and never pruned.',
      message: 'it is applied in another phase of the sync',
    },
  ),
  turn(
    'hook-delete-policy-changed',
    'a hook is deleted at another time',
    [DELETE_POLICY, HELM_DELETE_POLICY],
    'sync-waves',
    {
      why: 'What stays keeps its logs; what has a name and is there already is not run again, unless it is deleted before.',
      message: 'the hook is deleted at another time',
    },
  ),
  {
    ...turn(
      'sync-options-changed',
      'Argo CD handles an object in another way',
      [SYNC_OPTIONS],
      'sync-options',
      {
        why: 'The options say whether it is pruned, replaced, forced or validated.',
        message: 'Argo CD handles it by other options',
      },
    ),
    isGeneral: true,
  },
];

function turn(
  id: string,
  change: string,
  keys: readonly string[],
  page: string,
  { why, message }: Pick<Risk, 'why'> & { readonly message: string },
): Risk {
  return {
    ...{ id, class: 'ORDERING', change, why, source: `${DOCS}/${page}/` },
    *judge({ is, base, head, fields }) {
      if (is !== 'changed') return;
      const key = keys.find((one) => {
        const [before, after] = [base, head].map((manifest) => [...words(annotation(manifest, one))].sort());
        return JSON.stringify(before) !== JSON.stringify(after);
      });
      const field = fields.find(({ field }) => key !== undefined && field.at(-1) === key);
      if (key !== undefined) yield { ...(field && { about: [field] }), message };
    },
  };
}
