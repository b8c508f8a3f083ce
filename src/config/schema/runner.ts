import { z } from 'zod';
import { imageReference } from '../../model/image';
import { DNS_LABEL } from '../../model/kubernetes-name';
import { runnerName } from '../../model/runner-name';
import { DEFAULTS } from '../defaults';
import { bucket, namespaceName, path, runnerImage, shared } from './store';
import { text } from './text';
import { token } from './token';

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
