import { z } from 'zod';
import { REMOTE_NAME, remoteName } from '../../model/external';
import { REFRESH_INTERVAL, refreshInterval as parsed } from '../../model/refresh-interval';
import { DEFAULTS } from '../defaults';
import { objectName } from './store';
import { text } from './text';

/** What External Secrets Operator is told. */

export const secretStore = z
  .strictObject({
    kind: z
      .enum(['ClusterSecretStore', 'SecretStore'])
      .default(DEFAULTS.external.store)
      .describe('A `SecretStore` must be in each namespace that gets a Secret'),
    name: objectName.describe('Name of that object; it is yours, and not among the manifests'),
  })
  .describe('Where the operator reads');

export const refreshInterval = text(parsed, REFRESH_INTERVAL, '1h')
  .prefault(DEFAULTS.external.refreshInterval)
  .describe(
    'How often the operator reads anew, or `onChange`: only when the ExternalSecret changes, as with `rotation`',
  );

const named = (example: string) => text(remoteName, REMOTE_NAME, example);

export function remoteValue(what: string) {
  return z
    .strictObject({
      key: named('ci/minio').describe('Path or name of the secret in the store'),
      property: named('password').optional().describe('One value of several in that secret'),
      version: named('2').optional().describe('Version, as the store counts; absent is the newest'),
    })
    .describe(what);
}
