import { z } from 'zod';
import { imageReference } from '../../model/image';
import { DNS_LABEL, DNS_SUBDOMAIN, SECRET_KEY, dnsSubdomain, secretKey } from '../../model/kubernetes-name';
import { authenticationToken, besideToken } from '../../model/runner-token';
import { runnerName } from '../../model/runner-name';
import { DEFAULTS } from '../defaults';
import { bucket, namespaceName, path, runnerImage, shared } from './store';
import { choice, text } from './text';

const secret = text(besideToken(dnsSubdomain), DNS_SUBDOMAIN)
  .prefault(DEFAULTS.runner.tokenSecret)
  .describe("Secret in the runner's namespace");
const key = text(besideToken(secretKey), SECRET_KEY)
  .prefault(DEFAULTS.runner.tokenKey)
  .describe('Key in that Secret');

const token = z
  .discriminatedUnion('kind', [
    choice('existing', 'A Secret that is put into the cluster by hand', { secret, key }),
    choice('plaintext', 'The token stands in the manifests in clear: for a throw-away cluster', {
      allowPlaintext: z.literal(true).describe('Says that the token may stand in Git in clear'),
      secret,
      key,
      value: text(authenticationToken).describe('The token, `glrt-…`'),
    }),
  ])
  .prefault({ kind: 'existing' })
  .describe("The runner's authentication token");

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
  name: text(runnerName, DNS_LABEL)
    .prefault(DEFAULTS.runner.name)
    .describe('Unique; part of the names of its objects'),
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
