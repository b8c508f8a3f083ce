import { plural } from '../../findings/report';
import { objectName } from '../../manifests/identity';
import type { Manifest } from '../../manifests/manifest';
import { isMap, mapOf, type ValueMap } from '../../manifests/value';
import type { Check, Fault } from '../check';
import { applicationsOf, cascadeOf, syncOptions, type Application } from '../../system/delivery/applications';
import { manifestsOfApplication } from '../../system/delivery/synced';
import { annotation, COMPARE, SYNC_OPTIONS, words } from '../../system/annotations';
import type { System } from '../../system/system';
import { annotationSpot } from './annotations';
import { holdersOfData, isKept } from './loss';

const OPTIONS = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options';

/** Policies of Applications that do less, or more, than they look. */
export const SYNC_POLICY_CHECKS: readonly Check[] = [
  {
    id: 'data-goes-with-application',
    severity: 'warning',
    rule: 'An Application that is deleted with all that it has made leaves claims, Secrets that the cluster fills, and Namespaces with either in them',
    why: 'With the finalizer "resources-finalizer.argocd.argoproj.io" Argo CD deletes what the Application has made before the Application goes. "Prune=false" does not count then, "Delete=false" does.',
    source: `${OPTIONS}/#no-resource-deletion; argo-cd, controller/appcontroller.go (shouldBeDeleted); seen with Argo CD 3.2`,
    find: (system) => applicationsOf(system).flatMap((application) => lostWith(system, application)),
  },
  {
    id: 'sync-never-retried',
    severity: 'warning',
    rule: 'Who says how a sync is tried again says how often',
    why: 'Without "retry" Argo CD tries a failed sync five times more; with it and without "limit" never, since that is 0 then. A sync that failed because something was not ready yet is not tried before the next commit.',
    source:
      'argo-cd, controller/appcontroller.go (autoSync), pkg/apis/application/v1alpha1/types.go (RetryStrategy)',
    find: (system) => applicationsOf(system).filter(isNeverRetried).map(neverRetried),
  },
  {
    id: 'namespace-metadata-not-set',
    severity: 'warning',
    rule: 'Labels for the namespace of an Application reach it',
    why: 'Argo CD sets "managedNamespaceMetadata" only with "CreateNamespace=true", and a manifest of that Namespace overwrites it. Without a Pod Security level the namespace enforces nothing.',
    source: `${OPTIONS}/#namespace-metadata`,
    find: (system) => applicationsOf(system).flatMap((application) => unsetMetadata(system, application)),
  },
  {
    id: 'server-side-diff-without-its-apply',
    severity: 'note',
    rule: 'Who compares on the server side applies there too',
    why: 'The server’s diff tries to apply each object. One that it refuses, such as a Service whose port has changed below its name, makes the whole Application "Unknown": nothing in it is healed or synced any more, where the ordinary diff leaves one object OutOfSync.',
    source: 'seen with Argo CD 3.2',
    find: (system) => applicationsOf(system).filter(comparesOnly).map(comparedOnly),
  },
];

/** What is not kept from pruning either is told as that. */
function lostWith(system: System, application: Application): readonly Fault[] {
  const { manifest } = application;
  const index = cascadeOf(manifest);
  if (index < 0 || syncOptions(application).some(isKeeping)) return [];
  const withData = new Set(system.view(holdersOfData));
  const [first, ...more] = manifestsOfApplication(system, application).filter(
    (one) => withData.has(one) && isKept(system, one) && !isKeptFromDeletion(one),
  );
  if (first === undefined) return [];
  const rest = more.length === 0 ? '' : `, and ${plural(more.length, 'object')} more with data`;
  return [
    {
      spot: { manifest, path: ['metadata', 'finalizers', index] },
      message: `Who deletes this Application deletes ${objectName(first.identity)} and all data in it${rest}`,
      remedy: `set "Delete=false" in "${SYNC_OPTIONS}" of what holds data, or remove the finalizer`,
    },
  ];
}

function isKeptFromDeletion(manifest: Manifest): boolean {
  return (
    words(annotation(manifest, SYNC_OPTIONS)).some(isKeeping) ||
    annotation(manifest, 'helm.sh/resource-policy') === 'keep'
  );
}

/** Of the wrong case it is told as such. */
function isKeeping(option: string): boolean {
  return /^Delete=(?:false|confirm)$/i.test(option);
}

function isNeverRetried({ manifest }: Application): boolean {
  const [automated, retry] = ['automated', 'retry'].map((key) => manifest.at('spec', 'syncPolicy', key));
  return isMap(automated) && automated.enabled !== false && isMap(retry) && retry.limit === undefined;
}

function neverRetried({ manifest }: Application): Fault {
  return {
    spot: { manifest, path: ['spec', 'syncPolicy', 'retry'], part: 'key' },
    message: 'Without a "limit" here, a sync that fails is not tried again before the next commit',
    remedy: 'set "limit", to 5 for what Argo CD does by itself, or remove "retry"',
  };
}

function unsetMetadata(system: System, application: Application): readonly Fault[] {
  const { manifest, namespace } = application;
  const path = ['spec', 'syncPolicy', 'managedNamespaceMetadata'];
  const metadata = manifest.at(...path);
  if (!isMap(metadata)) return [];
  const spot = { manifest, path, part: 'key' } as const;
  if (!syncOptions(application).includes('CreateNamespace=true'))
    return [
      {
        spot,
        message: 'Argo CD sets none of this on the namespace, because it is not told to make that',
        remedy: 'add "CreateNamespace=true" to "syncOptions"',
      },
    ];
  const own = manifestsOfApplication(system, application).find(
    ({ kind, name }) => kind === 'Namespace' && name === namespace,
  );
  if (own === undefined || saysTheSame(own, metadata)) return [];
  return [
    {
      spot,
      message: `Argo CD sets none of this on Namespace "${own.name}", because ${own.file.path} says what that is`,
      remedy: 'write it into the manifest of the Namespace, and remove it here',
    },
  ];
}

function saysTheSame(namespace: Manifest, metadata: ValueMap): boolean {
  return ['labels', 'annotations'].every((key) =>
    Object.entries(mapOf(metadata[key])).every(
      ([name, value]) => namespace.at('metadata', key, name) === value,
    ),
  );
}

function comparesOnly(application: Application): boolean {
  return (
    words(annotation(application.manifest, COMPARE)).includes('ServerSideDiff=true') &&
    !syncOptions(application).includes('ServerSideApply=true')
  );
}

function comparedOnly({ manifest }: Application): Fault {
  return {
    spot: annotationSpot(manifest, COMPARE),
    message:
      'One object that the API server refuses makes this whole Application Unknown, and nothing in it is healed',
    remedy: 'remove "ServerSideDiff=true", or add "ServerSideApply=true" to "syncOptions"',
  };
}
