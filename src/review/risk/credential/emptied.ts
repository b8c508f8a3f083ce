import type { Manifest } from '../../../manifests/manifest';
import { mapOf } from '../../../manifests/value';
import { readersOf } from '../../../system/readers';
import type { Risk } from '../risk';
import { syncOptions, typeOf } from '../subject';

/** Secrets that something in the cluster has filled, and that a sync empties. */
export const EMPTIED: readonly Risk[] = [
  {
    id: 'secret-emptied',
    class: 'CREDENTIAL',
    change: 'a Secret without values in Git is replaced as a whole',
    why: 'Replace=true puts the object of Git in the place of the one in the cluster, and with it go the keys that a Job or a person has put there.',
    source:
      'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#replace-resource-instead-of-applying-changes',
    *judge({ is, head, fields }, { head: system }) {
      if (is !== 'changed' || fields.length === 0 || typeOf(head) !== '/Secret') return;
      if (!syncOptions(head).has('Replace=true') || holdsKeys(head)) return;
      yield {
        message: 'the sync replaces it, and the keys that it has in the cluster are gone',
        instead: 'remove Replace=true from the Secret',
        affected: readersOf(system, head).map(({ identity }) => identity),
      };
    },
  },
];

function holdsKeys({ object }: Manifest): boolean {
  return [object.data, object.stringData].some((values) => Object.keys(mapOf(values)).length > 0);
}
