import type { Manifest } from '../../../manifests/manifest';
import type { Risk } from '../risk';
import { isForced, isKeptByHelm, syncOptions, typeOf } from '../subject';

const OPTIONS = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/';

/** What keeps Argo CD from deleting data, and what makes it do so. */
export const PROTECTION: readonly Risk[] = [
  {
    id: 'protection-dropped',
    class: 'DATA-LOSS',
    change: 'what holds data is kept from deletion no more',
    why: 'Without Prune=false it goes when it leaves Git, without Delete=false when the Application goes.',
    source: OPTIONS,
    *judge({ is, base, head, fields }) {
      if (is !== 'changed' || !STATEFUL.includes(typeOf(head))) return;
      const lost = [...shieldsOf(base)].filter((shield) => !shieldsOf(head).has(shield));
      if (lost.length === 0) return;
      yield {
        about: fields.filter(({ field }) => /sync-options|resource-policy/.test(field.at(-1) ?? '')),
        message: `it is deleted ${lost.join(' and ')} from now on`,
        instead: 'leave the annotation, and delete by hand what nobody needs',
      };
    },
  },
  {
    id: 'forced-replacement',
    class: 'DATA-LOSS',
    change: 'Argo CD is told to delete and make anew what holds data',
    why: 'Force=true with Replace=true deletes the object at each sync that changes it, and its data go with it.',
    source: `${OPTIONS}#replace-resource-instead-of-applying-changes`,
    *judge({ is, base, head, fields }) {
      if (is !== 'changed' || !isForced(head) || isForced(base) || !goesWithData(head)) return;
      yield {
        about: fields.filter(({ field }) => field.at(-1)?.endsWith('/sync-options')),
        message: 'it is deleted and made anew, and its data go with it',
        instead: 'remove Force=true, and move the data to a second claim where a field cannot be changed',
      };
    },
  },
];

const STATEFUL = [
  ...['/PersistentVolumeClaim', '/PersistentVolume', '/Namespace', 'apps/StatefulSet'],
  'apiextensions.k8s.io/CustomResourceDefinition',
];

function shieldsOf(manifest: Manifest): ReadonlySet<string> {
  const options = syncOptions(manifest);
  const keeps = (verb: string): boolean =>
    isKeptByHelm(manifest) || [`${verb}=false`, `${verb}=confirm`].some((option) => options.has(option));
  return new Set([
    ...(keeps('Prune') ? ['when it leaves Git'] : []),
    ...(keeps('Delete') ? ['with the Application'] : []),
  ]);
}

/** A StatefulSet leaves its claims, unless it says otherwise. */
function goesWithData(manifest: Manifest): boolean {
  if (typeOf(manifest) !== 'apps/StatefulSet') return STATEFUL.includes(typeOf(manifest));
  return manifest.at('spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted') === 'Delete';
}
