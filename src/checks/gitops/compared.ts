import type { Manifest } from '../../manifests/manifest';
import { at, listOf, textOf, type Path, type Value } from '../../manifests/value';
import { quoted } from '../../text/shown';
import type { Check, Fault } from '../check';
import { annotation, COMPARE, SYNC_OPTIONS, words } from '../../system/annotations';
import { applicationsOf, syncOptions, type Application } from '../../system/delivery/applications';
import { matches } from '../../system/delivery/glob';
import { manifestsOfApplication, ownersOf } from '../../system/delivery/synced';
import type { System } from '../../system/system';

/** What Argo CD compares in one way and applies in another. */
export const COMPARED_CHECKS: readonly Check[] = [
  {
    id: 'claim-template-defaults-unsaid',
    severity: 'warning',
    rule: 'Claim templates that are applied on the server side have their defaults written out',
    why: 'With server-side apply and without the server’s diff Argo CD compares the list of claim templates as one value: what the API server adds is a difference for ever.',
    source: 'argo-cd issues 11143 and 16707; seen with Argo CD 3.2',
    find: (system) =>
      system
        .ofKind('apps', 'StatefulSet')
        .filter((manifest) => isComparedAsOne(system, manifest))
        .flatMap(unsaidTemplates),
  },
  {
    id: 'ignored-difference-overwritten',
    severity: 'warning',
    rule: 'What an Application does not compare it does not overwrite either',
    why: 'Argo CD leaves "ignoreDifferences" out when it compares, and applies the whole file all the same: each sync for any other reason sets back what the cluster has chosen.',
    source:
      'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#respect-ignore-differences-configs',
    find: (system) => applicationsOf(system).flatMap((application) => overwritten(system, application)),
  },
];

/** By its own option or by those of its Application; the diff is the Application's alone. */
function isComparedAsOne(system: System, manifest: Manifest): boolean {
  const known = ownersOf(system).get(manifest);
  const applications = known ?? applicationsOf(system);
  const isServers = applications.some((application) =>
    words(annotation(application.manifest, COMPARE)).includes('ServerSideDiff=true'),
  );
  const own = words(annotation(manifest, SYNC_OPTIONS));
  if (isServers || own.includes('ServerSideApply=false')) return false;
  return (
    own.includes('ServerSideApply=true') ||
    (known ?? []).some((application) => syncOptions(application).includes('ServerSideApply=true'))
  );
}

const DEFAULTS: readonly Path[] = [['apiVersion'], ['kind'], ['spec', 'volumeMode']];

function unsaidTemplates(manifest: Manifest): readonly Fault[] {
  return listOf(manifest.at('spec', 'volumeClaimTemplates')).flatMap((template, index): Fault[] => {
    const silent = DEFAULTS.filter((path) => at(template, ...path) === undefined).map((path) =>
      path.join('.'),
    );
    if (silent.length === 0) return [];
    return [
      {
        spot: { manifest, path: ['spec', 'volumeClaimTemplates', index] },
        message: `The API server adds ${quoted(silent)} to this template, which Argo CD shows as a difference for ever`,
        remedy: 'write them out: "v1", "PersistentVolumeClaim", and "Filesystem" for the mode',
      },
    ];
  });
}

function overwritten(system: System, application: Application): readonly Fault[] {
  const { manifest } = application;
  if (syncOptions(application).includes('RespectIgnoreDifferences=true')) return [];
  const synced = manifestsOfApplication(system, application);
  return listOf(manifest.at('spec', 'ignoreDifferences')).flatMap((ignored, index) =>
    listOf(at(ignored, 'jsonPointers')).flatMap((pointer, which): Fault[] => {
      const path = pathOf(textOf(pointer) ?? '');
      const set = synced.find((one) => means(ignored, one) && one.at(...path) !== undefined);
      if (set === undefined || path.length === 0) return [];
      return [
        {
          spot: { manifest, path: ['spec', 'ignoreDifferences', index, 'jsonPointers', which] },
          message: `Each sync sets this back to what ${set.file.path} says: it is not compared, and applied all the same`,
          remedy: 'remove the field from that file, or add "RespectIgnoreDifferences=true" to "syncOptions"',
        },
      ];
    }),
  );
}

/** RFC 6901. */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Group and kind are patterns. (argo-cd, util/argo/normalizers/diff_normalizer.go) */
function means(ignored: Value, { identity }: Manifest): boolean {
  const [group, kind] = ['group', 'kind'].map((key) => textOf(at(ignored, key)) ?? '');
  return (
    matches(group ?? '', identity.group) &&
    matches(kind ?? '', identity.kind) &&
    (['name', 'namespace'] as const).every(
      (key) => (textOf(at(ignored, key)) ?? identity[key]) === identity[key],
    )
  );
}
