import type { Manifest } from '../../manifests/manifest';
import { listOf } from '../../manifests/value';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { annotationSpot, isSynced } from './annotations';
import { annotation, SYNC_OPTIONS, words } from '../../system/annotations';
import { hooksOf } from '../../system/sync-step';
import { hasNoData } from './secret-makers';

const OPTIONS = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/';

/** Ways in which a sync deletes or empties what the cluster holds. */
export const LOSS_CHECKS: readonly Check[] = [
  {
    id: 'replace-on-filled',
    severity: 'error',
    rule: 'What the cluster fills is never replaced',
    why: 'Replace=true writes the object as it is in Git: a Secret that was filled in the cluster is emptied, a claim is refused, and with Force=true deleted together with its data.',
    source: `${OPTIONS}; seen with Argo CD 3.2`,
    find: (system) => [
      ...system.manifests.flatMap(replaced),
      ...system
        .ofKind('argoproj.io', 'Application')
        .flatMap((application) => replacesAll(system, application)),
    ],
  },
  {
    id: 'job-deletes-itself',
    severity: 'error',
    rule: 'A Job that Argo CD keeps has no "ttlSecondsAfterFinished"',
    why: 'The Job goes when its time is up, the Application is OutOfSync, self-heal makes the Job again, and it runs for ever.',
    source: 'argo-cd issue 8586; seen with Argo CD 3.2',
    find: (system) =>
      (isSynced(system) ? system.ofKind('batch', 'Job') : [])
        .filter(
          (job) => job.at('spec', 'ttlSecondsAfterFinished') !== undefined && hooksOf(job) === undefined,
        )
        .map((job) => ({
          spot: { manifest: job, path: ['spec', 'ttlSecondsAfterFinished'], part: 'key' },
          message: 'Argo CD makes this Job again each time that it deletes itself, so it runs for ever',
          remedy: 'remove "ttlSecondsAfterFinished", or make the Job a hook',
        })),
  },
  {
    id: 'data-not-kept',
    severity: 'warning',
    rule: 'Claims, Secrets that the cluster fills, and Namespaces with either in them, stay when they leave Git',
    why: 'Argo CD prunes what is no longer in Git. A renamed file or a wrong path is enough, and the data of a claim, or keys that are nowhere else, are gone with it.',
    source: OPTIONS,
    find: (system) => (isSynced(system) ? unkept(system) : []),
  },
];

const REMEDY = 'remove "Replace=true" from the sync options';

function replaced(manifest: Manifest): readonly Fault[] {
  const options = words(annotation(manifest, SYNC_OPTIONS));
  const consequence = options.includes('Replace=true')
    ? consequenceFor(manifest, options.includes('Force=true'))
    : undefined;
  if (consequence === undefined) return [];
  return [{ spot: annotationSpot(manifest, SYNC_OPTIONS), message: consequence, remedy: REMEDY }];
}

function consequenceFor(manifest: Manifest, isForced: boolean): string | undefined {
  const { kind, name } = manifest;
  if (hasNoData(manifest))
    return `Each sync that touches Secret "${name}" empties what the cluster has filled`;
  if (kind === 'PersistentVolumeClaim')
    return isForced
      ? `Each sync that touches claim "${name}" deletes it, with its data`
      : `The API server refuses to replace claim "${name}", so the sync fails`;
  if (kind === 'StatefulSet' && isForced)
    return `Each sync that touches StatefulSet "${name}" deletes it and its pods first`;
  return kind === 'Namespace'
    ? `Each sync that touches Namespace "${name}" drops labels and finalizers of others`
    : undefined;
}

/** Of the whole Application: what lies in the tree tells whether anything is lost. */
function replacesAll(system: System, application: Manifest): readonly Fault[] {
  const path = ['spec', 'syncPolicy', 'syncOptions'];
  const options = listOf(application.at(...path));
  const index = options.indexOf('Replace=true');
  const lost = system.manifests.find(
    (manifest) => hasNoData(manifest) || manifest.kind === 'PersistentVolumeClaim',
  );
  if (index < 0 || lost === undefined) return [];
  const message = consequenceFor(lost, options.includes('Force=true')) ?? '';
  return [{ spot: { manifest: application, path: [...path, index] }, message, remedy: REMEDY }];
}

function unkept(system: System): readonly Fault[] {
  return system
    .view(holdersOfData)
    .filter((manifest) => !isKept(system, manifest))
    .map(unkeptFault);
}

/** What is in no file: claims, Secrets that the cluster fills, and Namespaces with either, also of a StatefulSet. */
export function holdersOfData(system: System): readonly Manifest[] {
  const held = [
    ...system.ofKind('', 'PersistentVolumeClaim'),
    ...system.ofKind('', 'Secret').filter(isFilledOnce),
  ];
  const full = new Set(
    [...held, ...system.ofKind('apps', 'StatefulSet').filter(keepsData)].map(({ namespace }) => namespace),
  );
  return [...held, ...system.ofKind('', 'Namespace').filter(({ name }) => full.has(name))];
}

/** A token of an account is made again by the cluster, whenever its Secret is. */
function isFilledOnce(secret: Manifest): boolean {
  return hasNoData(secret) && secret.at('type') !== 'kubernetes.io/service-account-token';
}

/** Whether it stays when it leaves Git, by its own annotation or since an Application prunes nothing. */
export function isKept(system: System, manifest: Manifest): boolean {
  return (
    words(annotation(manifest, SYNC_OPTIONS)).some((word) => /^Prune=(?:false|confirm)$/i.test(word)) ||
    system
      .ofKind('argoproj.io', 'Application')
      .some((application) =>
        listOf(application.at('spec', 'syncPolicy', 'syncOptions')).includes('Prune=false'),
      )
  );
}

function keepsData(manifest: Manifest): boolean {
  return listOf(manifest.at('spec', 'volumeClaimTemplates')).length > 0;
}

function unkeptFault(manifest: Manifest): Fault {
  return {
    spot: { manifest, path: ['metadata', 'name'] },
    message: `Argo CD deletes this ${manifest.kind} and all data in it when it leaves Git`,
    remedy: `set the annotation "${SYNC_OPTIONS}" to "Delete=false,Prune=false"`,
  };
}
