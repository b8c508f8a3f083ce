import type { Manifest } from '../manifests/manifest';
import { at, listOf, mapOf, textOf, type Value } from '../manifests/value';

/** An object that is there once the files are applied: that of a manifest, or what a controller makes of it. */
export interface Provided {
  /** `GROUP/KIND`. */
  readonly type: string;
  /** Empty for a manifest that says none, and for what is made in namespaces that no file names. */
  readonly namespace: string;
  readonly name: string;
  readonly manifest: Manifest;
  /** Of a Secret or ConfigMap; undefined where something in the cluster adds to them. */
  readonly keys: () => readonly string[] | undefined;
}

export function* providedBy(manifest: Manifest): Generator<Provided> {
  const { group, kind, namespace, name } = manifest.identity;
  const type = `${group}/${kind}`;
  yield { type, namespace, name, manifest, keys: () => ownKeys(manifest) };
  const made = MAKERS[type]?.(manifest) ?? [];
  for (const { name: own = name, keys, type: what = '/Secret', everywhere } of made) {
    yield { type: what, namespace: everywhere ? '' : namespace, name: own, manifest, keys: () => keys };
  }
}

/** The Secrets among them: one for most kinds that fill Secrets. */
export function secretsMadeBy(maker: Manifest): readonly Provided[] {
  return [...providedBy(maker)].filter(({ type }) => type === '/Secret');
}

interface Made {
  readonly type?: string;
  /** Absent: the maker's own. */
  readonly name?: string | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly everywhere?: boolean;
}

/** Kinds of which a controller makes something that others name. */
const MAKERS: Readonly<Record<string, (manifest: Manifest) => readonly Made[]>> = {
  'apps/StatefulSet': claimsOfStatefulSet,
  'bitnami.com/SealedSecret': (manifest) => [sealed(manifest)],
  'external-secrets.io/ExternalSecret': (manifest) => external(manifest.at('spec'), {}),
  'external-secrets.io/ClusterExternalSecret': (manifest) =>
    external(manifest.at('spec', 'externalSecretSpec'), {
      name: textOf(manifest.at('spec', 'externalSecretName')),
      everywhere: true,
    }),
  'cert-manager.io/Certificate': (manifest) => [{ name: textOf(manifest.at('spec', 'secretName')) ?? '' }],
  'secrets-store.csi.x-k8s.io/SecretProviderClass': (manifest) =>
    listOf(manifest.at('spec', 'secretObjects')).map((made) => ({ name: textOf(at(made, 'secretName')) })),
};

/** `kubernetes.io/service-account-token` is filled by Kubernetes, and so, by whom ever, is what is committed without data. */
function ownKeys(manifest: Manifest): readonly string[] | undefined {
  const { data, binaryData, stringData, type } = manifest.object;
  const isFilled = data === undefined && binaryData === undefined && stringData === undefined;
  if (isFilled || type === 'kubernetes.io/service-account-token') return undefined;
  return [data, binaryData, stringData].flatMap((part) => Object.keys(mapOf(part)));
}

/** A claim a template and replica: `data-minio-0`. */
function claimsOfStatefulSet(manifest: Manifest): readonly Made[] {
  const replicas = manifest.at('spec', 'replicas');
  const count = typeof replicas === 'number' ? Math.min(replicas, MOST_REPLICAS) : 1;
  return listOf(manifest.at('spec', 'volumeClaimTemplates')).flatMap((template) =>
    Array.from({ length: Math.max(count, 1) }, (_, index) => ({
      type: '/PersistentVolumeClaim',
      name: `${textOf(at(template, 'metadata', 'name')) ?? ''}-${manifest.name}-${String(index)}`,
    })),
  );
}

const MOST_REPLICAS = 100;

/** https://github.com/bitnami-labs/sealed-secrets: the template's data stand beside what was encrypted. */
function sealed(manifest: Manifest): Made {
  const template = manifest.at('spec', 'template');
  return {
    name: textOf(at(template, 'metadata', 'name')),
    keys: [
      ...Object.keys(mapOf(manifest.at('spec', 'encryptedData'))),
      ...Object.keys(mapOf(at(template, 'data'))),
    ],
  };
}

/** https://external-secrets.io/latest/api/externalsecret/: `creationPolicy: None` makes nothing, `Merge` adds to what is there. */
function external(spec: Value | undefined, made: Made): readonly Made[] {
  const target = at(spec, 'target');
  const policy = at(target, 'creationPolicy') ?? 'Owner';
  if (policy === 'None') return [];
  return [{ ...made, name: textOf(at(target, 'name')) ?? made.name, keys: keysOfExternal(spec, target) }];
}

function keysOfExternal(spec: Value | undefined, target: Value | undefined): readonly string[] | undefined {
  const template = at(target, 'template');
  const isOpen =
    at(target, 'creationPolicy') === 'Merge' ||
    at(spec, 'dataFrom') !== undefined ||
    at(template, 'templateFrom') !== undefined;
  if (isOpen) return undefined;
  const own = listOf(at(spec, 'data')).map((entry) => textOf(at(entry, 'secretKey')) ?? '');
  const templated = Object.keys(mapOf(at(template, 'data')));
  const replaces = templated.length > 0 && at(template, 'mergePolicy') !== 'Merge';
  return replaces ? templated : [...own, ...templated];
}
