import type { Credentials, RunnerToken } from '../model/model';
import type { RunnerConfiguration } from './schema';

/** A token with its store, which is that of the keys where nobody says another one. Throws a RangeError without any. */
export function tokenOf(token: RunnerConfiguration['token'], credentials: Credentials): RunnerToken {
  const { secret, key } = token;
  switch (token.kind) {
    case 'existing':
      return { kind: 'existing', secret, key };
    case 'sealed':
      return { kind: 'sealed', secret, key, scope: token.scope };
    case 'plaintext':
      return { kind: 'plaintext', secret, key, value: token.value };
    case 'externalSecrets': {
      const { refreshInterval, remote } = token;
      const store = token.store ?? (credentials.kind === 'externalSecrets' ? credentials.store : undefined);
      if (store === undefined) {
        throw new RangeError(
          'Missing secret store: expected `store: { name: … }` here, as `credentials` have none',
        );
      }
      return { kind: 'externalSecrets', secret, key, store, refreshInterval, remote };
    }
  }
}
