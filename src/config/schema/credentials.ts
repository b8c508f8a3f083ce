import { z } from 'zod';
import { accessKey, secretAccessKey } from '../../model/access-key';
import { DEFAULTS } from '../defaults';
import { refreshInterval, remoteValue, secretStore } from './external';
import { sealScope } from './sealed';
import { choice, text } from './text';

const keys = z.strictObject({
  accesskey: text(accessKey).describe('3 or more characters'),
  secretkey: text(secretAccessKey).describe('8 or more characters'),
});

const rotation = z
  .int()
  .min(1)
  .max(1_000_000)
  .default(DEFAULTS.credentials.rotation)
  .describe('Count up to give the runners new keys; the old ones work until the next rotation');

const remoteKeys = z.strictObject({
  accesskey: remoteValue('Where the access key lies'),
  secretkey: remoteValue('Where the secret key lies'),
});

const remoteRunnerKeys = remoteKeys.extend({
  previous: remoteValue(
    'Where the access key before the last rotation lies, which running jobs still use',
  ).optional(),
});

export const credentials = z
  .discriminatedUnion('kind', [
    choice('generated', 'A Job in the cluster makes the keys; Git never sees them', { rotation }),
    choice('existing', 'A person or another tool puts the Secrets into the cluster', { rotation }),
    choice('externalSecrets', 'External Secrets Operator reads the keys from a store such as Vault', {
      rotation,
      store: secretStore,
      refreshInterval,
      root: remoteKeys.describe("MinIO's root keys"),
      runners: z.record(z.string(), remoteRunnerKeys).describe("Each runner's keys, by its name"),
    }),
    choice('sealed', 'Ciphertext in Git, which the controller of Sealed Secrets opens', {
      rotation,
      scope: sealScope,
    }),
    choice('plaintext', 'The keys stand in the manifests in clear: for a throw-away cluster', {
      allowPlaintext: z.literal(true).describe('Says that the keys may stand in Git in clear'),
      rotation,
      root: keys.describe("MinIO's root keys"),
      runners: z.record(z.string(), keys).describe("Each runner's keys, by its name"),
    }),
  ])
  .prefault({ kind: 'generated' })
  .describe("MinIO's root keys and the runners' S3 keys");
