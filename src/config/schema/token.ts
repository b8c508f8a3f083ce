import { z } from 'zod';
import { DNS_SUBDOMAIN, SECRET_KEY, dnsSubdomain, secretKey } from '../../model/kubernetes-name';
import { authenticationToken, besideToken } from '../../model/runner-token';
import { DEFAULTS } from '../defaults';
import { refreshInterval, remoteValue, secretStore } from './external';
import { sealScope } from './sealed';
import { choice, text } from './text';

const secret = text(besideToken(dnsSubdomain), DNS_SUBDOMAIN)
  .prefault(DEFAULTS.runner.tokenSecret)
  .describe("Secret in the runner's namespace");
const key = text(besideToken(secretKey), SECRET_KEY)
  .prefault(DEFAULTS.runner.tokenKey)
  .describe('Key in that Secret');

export const token = z
  .discriminatedUnion('kind', [
    choice('existing', 'A Secret that is put into the cluster by hand', { secret, key }),
    choice('externalSecrets', 'External Secrets Operator reads the token from a store such as Vault', {
      secret,
      key,
      store: secretStore
        .optional()
        .describe('Where the operator reads; absent is `credentials.store`, where that has the same kind'),
      refreshInterval,
      remote: remoteValue('Where the token lies'),
    }),
    choice('sealed', 'Ciphertext in Git, which the controller of Sealed Secrets opens', {
      secret,
      key,
      scope: sealScope,
    }),
    choice('plaintext', 'The token stands in the manifests in clear: for a throw-away cluster', {
      allowPlaintext: z.literal(true).describe('Says that the token may stand in Git in clear'),
      secret,
      key,
      value: text(authenticationToken).describe('The token, `glrt-…`'),
    }),
  ])
  .prefault({ kind: 'existing' })
  .describe("The runner's authentication token");
