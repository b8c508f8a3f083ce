import { z } from 'zod';
import { GITLAB_URL, gitlabUrl } from '../../model/gitlab-url';
import { REGISTRY } from '../../model/image';
import { kubernetesVersion } from '../../model/version';
import { DEFAULTS } from '../defaults';
import { credentials } from './credentials';
import { delivery } from './delivery';
import { exceptions } from './exceptions';
import { runner } from './runner';
import { bucket, objectName, path, shared, sizeText, store } from './store';
import { choice, matching, text } from './text';
import { shown } from '../../text/shown';

const gitlab = z
  .strictObject({
    url: text(gitlabUrl, GITLAB_URL, 'https://gitlab.example.com').describe('Address of GitLab'),
    caSecret: objectName
      .optional()
      .describe("Secret with `ca.crt` in each runner's namespace, where GitLab has a private CA"),
  })
  .describe('The GitLab that gives the jobs');

const cache = z
  .strictObject({
    bucket: bucket.prefault(DEFAULTS.cache.bucket),
    path: path.prefault(DEFAULTS.cache.path),
    shared: shared.default(DEFAULTS.cache.shared),
    expireAfterDays: z
      .union([z.int().min(1).max(3650), z.literal('never')])
      .default(DEFAULTS.cache.expireAfterDays)
      .describe('Days after its upload that an archive is deleted, or `never`'),
    maxArchive: z
      .union([z.literal(0), sizeText])
      .optional()
      .describe(
        `The runner uploads nothing larger; \`0\` is no limit; default \`${DEFAULTS.cache.maxArchive}\`, or half of a bucket's part of the store where that is less`,
      ),
    verify: z
      .enum(['boot', 'off'])
      .default(DEFAULTS.cache.verify)
      .describe('`boot`: the runner proves the cache with a real job before it reports ready (runner 19.4)'),
    purgeToken: matching(
      /^[A-Za-z0-9._-]{1,63}$/,
      (value) =>
        `Cannot use purge token ${shown(value)}: expected letters, digits, "-", "_" and ".", such as "2026-11-23"`,
      '2026-11-23',
    )
      .optional()
      .describe('Empties the buckets once for each new value, never otherwise'),
  })
  .prefault({})
  .describe('What holds for every archive');

const images = z
  .strictObject({
    registry: matching(
      new RegExp(`^$|${REGISTRY.source}`),
      (value) =>
        `Cannot use registry ${shown(value)}: expected a host and perhaps a path, such as "registry.example.com/mirror"`,
      'registry.example.com/mirror',
    )
      .prefault(DEFAULTS.images.registry)
      .describe('A mirror: replaces the registry of every image'),
    pullPolicy: z
      .enum(['IfNotPresent', 'Always', 'Never'])
      .default(DEFAULTS.images.pullPolicy)
      .describe('When images are pulled'),
  })
  .prefault({})
  .describe('All images');

const cluster = z
  .strictObject({
    kubernetes: text(kubernetesVersion)
      .prefault(DEFAULTS.cluster.kubernetes)
      .describe('Minor release of the cluster, in quotes'),
    domain: objectName.prefault(DEFAULTS.cluster.domain).describe("The cluster's DNS domain"),
    provider: z.literal('any').default(DEFAULTS.cluster.provider).describe('Whose cluster it is'),
    apiServerPorts: z
      .array(z.int().min(1).max(65535))
      .min(1)
      .default([...DEFAULTS.cluster.apiServerPorts])
      .describe(
        "TCP ports of the API servers' own addresses: the manager and the keys Job may connect to these",
      ),
  })
  .prefault({})
  .describe('The cluster');

/** Rules look at each pair of runners, and synthesis at each pair of charts. */
const MOST_RUNNERS = 500;

/** The whole file. Its input is what people write; its output has every default filled in. */
export const configuration = z.strictObject({
  gitlab,
  cache,
  store,
  credentials,
  runners: z
    .array(runner)
    .min(1)
    .max(MOST_RUNNERS)
    .prefault([{}])
    .describe('Runners; each has its own namespaces, keys and bucket policy'),
  images,
  cluster,
  delivery,
  monitoring: choice('none', 'No objects of a monitoring system', {})
    .default({ kind: 'none' })
    .describe('Who watches it'),
  exceptions,
});

export type ConfigurationInput = z.input<typeof configuration>;
export type Configuration = z.output<typeof configuration>;
export type RunnerConfiguration = Configuration['runners'][number];
