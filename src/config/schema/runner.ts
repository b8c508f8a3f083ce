import { z } from 'zod';
import { secretValue } from '../../model/access-key';
import { imageReference } from '../../model/image';
import { SECRET_KEY, secretKey } from '../../model/kubernetes-name';
import { DEFAULTS } from '../defaults';
import { bucket, namespaceName, objectName, path, runnerImage, shared } from './store';
import { text } from './text';

const secret = objectName.prefault(DEFAULTS.runner.tokenSecret).describe("Secret in the runner's namespace");
const key = text(secretKey, SECRET_KEY).prefault(DEFAULTS.runner.tokenKey).describe('Key in that Secret');

const token = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('existing'), secret, key })
      .describe('A Secret that is put into the cluster by hand'),
    z
      .strictObject({
        kind: z.literal('plaintext'),
        allowPlaintext: z.literal(true).describe('Says that the token may stand in Git in clear'),
        secret,
        key,
        value: text(runnerToken).describe('The token, `glrt-…`'),
      })
      .describe('The token stands in the manifests in clear: for a throw-away cluster'),
  ])
  .prefault({ kind: 'existing' })
  .describe("The runner's authentication token");

function runnerToken(value: string): string {
  secretValue(value);
  if (value.startsWith('GR1348941')) {
    throw new RangeError(
      'Cannot use a registration token: expected an authentication token, which starts with "glrt-"',
    );
  }
  if (/[\s$]/.test(value)) throw new RangeError('Cannot use this token: expected no white space and no "$"');
  return value;
}

const jobs = z
  .strictObject({
    namespace: namespaceName
      .optional()
      .describe(
        `Namespace of the job pods; default \`${DEFAULTS.runner.jobs.namespace}\`, with \`-<name>\` for runners other than \`${DEFAULTS.runner.name}\``,
      ),
    image: text(imageReference).prefault(DEFAULTS.runner.jobs.image).describe('Image of jobs that name none'),
    docker: z
      .boolean()
      .default(DEFAULTS.runner.jobs.docker)
      .describe('Docker-in-Docker as a service: the only privileged container'),
  })
  .prefault({})
  .describe('The pods of the jobs');

const location = z
  .strictObject({ bucket: bucket.optional(), path: path.optional(), shared: shared.optional() })
  .prefault({})
  .describe('Bucket, path and sharing of this runner alone; absent is what `cache` says');

export const runner = z.strictObject({
  name: namespaceName.prefault(DEFAULTS.runner.name).describe('Unique; part of the names of its objects'),
  namespace: namespaceName
    .optional()
    .describe(
      `Namespace of the manager; default \`${DEFAULTS.runner.namespace}\`, with \`-<name>\` for runners other than \`${DEFAULTS.runner.name}\``,
    ),
  token,
  concurrent: z.int().min(1).max(10_000).default(DEFAULTS.runner.concurrent).describe('Jobs at once'),
  image: runnerImage,
  jobs,
  cache: location,
  settings: z
    .record(z.string(), z.unknown())
    .default({})
    .describe(
      "Any other setting of `[[runners]]`, with `kubernetes` for `[runners.kubernetes]`; checked against the runner's own list",
    ),
});
