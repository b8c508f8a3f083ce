import { z } from 'zod';
import { BUCKET_NAME, bucketName } from '../../model/bucket-name';
import { CACHE_PATH, cachePath } from '../../model/cache-path';
import { DIGEST, REPOSITORY, TAG } from '../../model/image';
import { DNS_LABEL, DNS_SUBDOMAIN, dnsLabel, dnsSubdomain } from '../../model/kubernetes-name';
import { RUNNER_PRESETS, SERVER_PRESETS } from '../../model/presets';
import { shown } from '../../text/shown';
import { SIZE, size } from '../../model/size';
import { DEFAULTS } from '../defaults';
import { choice, matching, text } from './text';

export const sizeText = text(size, SIZE, '5Gi');
export const namespaceName = text(dnsLabel, DNS_LABEL);
export const objectName = text(dnsSubdomain, DNS_SUBDOMAIN);

export const bucket = text(bucketName, BUCKET_NAME).describe('Name of the bucket that holds the archives');
export const path = text(cachePath, CACHE_PATH).describe(
  'Prefix inside the bucket; a new one is a logical purge',
);
export const shared = z
  .boolean()
  .describe('One cache for all runners with this bucket and path; `false` keeps each runner token to itself');

const imageParts = {
  repository: matching(
    REPOSITORY,
    (value) =>
      `Cannot use repository ${shown(value)}: expected registry and path without a tag, such as "registry.example.com/silo"`,
  )
    .optional()
    .describe('Registry and path, without a tag'),
  tag: matching(
    TAG,
    (value) =>
      `Cannot use tag ${shown(value)}: expected letters, digits, "-", "_" and ".", such as "alpine-v19.4.0"`,
    'alpine-v19.4.0',
  )
    .optional()
    .describe('A tag that never moves'),
  digest: matching(
    DIGEST,
    (value) => `Cannot use digest ${shown(value)}: expected "sha256:" and 64 hex digits`,
  )
    .optional()
    .describe('Pins the content; the tag is then for people only'),
};

/** A preset's name, or an object that changes parts of it. */
export function image<Name extends string>(presets: Record<Name, unknown>, fallback: NoInfer<Name>) {
  const preset = z.enum(Object.keys(presets) as [Name, ...Name[]]);
  return z
    .union([
      preset,
      z.strictObject({
        preset: preset.default(fallback).describe('What is not said here comes from it'),
        ...imageParts,
      }),
    ])
    .prefault(fallback)
    .describe('A preset by name, or `{ preset, repository, tag, digest }`');
}

function storageSize(fallback: string) {
  return sizeText.prefault(fallback).describe('What fits, archives and all');
}

const storage = z
  .discriminatedUnion('kind', [
    choice(
      'ephemeral',
      "The node's disk: the cache is gone with the pod, and MinIO comes back whole without a person",
      { size: storageSize(DEFAULTS.store.sizes.ephemeral) },
    ),
    choice('volume', 'A PersistentVolumeClaim: the cache outlives the pod', {
      size: storageSize(DEFAULTS.store.sizes.volume),
      storageClass: objectName.optional().describe("StorageClass; absent is the cluster's default"),
    }),
    choice('memory', "The node's memory: fastest, gone with the pod, counts to the pod's memory", {
      size: storageSize(DEFAULTS.store.sizes.memory),
    }),
  ])
  .prefault({ kind: 'ephemeral' })
  .describe('Where the archives lie, and how much fits');

export const store = z
  .strictObject({
    kind: z.literal('minio').default('minio').describe('What serves the archives'),
    namespace: namespaceName.prefault(DEFAULTS.store.namespace).describe('Namespace of MinIO'),
    storage,
    region: matching(
      /^[a-z][a-z0-9-]{1,62}$/,
      (value) =>
        `Cannot use region ${shown(value)}: expected a lowercase letter, then letters, digits and hyphens, such as "us-east-1"`,
    )
      .prefault(DEFAULTS.store.region)
      .describe('Region in the signatures; the server and the runners get the same one'),
    image: image(SERVER_PRESETS, DEFAULTS.store.image).describe(
      'MinIO image: a preset by name, or `{ preset, repository, tag, digest }`',
    ),
    nodes: z.literal(DEFAULTS.store.nodes).default(DEFAULTS.store.nodes).describe('MinIO servers'),
    tls: choice('none', 'Plain HTTP inside of the cluster', {})
      .default({ kind: 'none' })
      .describe('Encryption between jobs and MinIO'),
    exposure: choice('internal', 'Nobody outside of the cluster', {})
      .default({ kind: 'internal' })
      .describe('Who can reach MinIO from outside of the cluster'),
  })
  .prefault({})
  .describe('Where the archives live');

export const runnerImage = image(RUNNER_PRESETS, DEFAULTS.runner.image).describe(
  'Runner image, 18.11.2 or newer: a preset by name, or `{ preset, repository, tag, digest }`',
);
