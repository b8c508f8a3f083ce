import type { Model } from '../../../src/model/model';
import { KEY_NAMES, keysInStoreOf, NAMES } from '../../../src/model/names';
import type { Brought, BroughtSecret } from './rule';

/** The Secrets that a configuration names and that somebody else puts into the cluster. */
export function broughtBy({ gitlab, store, credentials, runners }: Model): Brought {
  const keys = Object.values(KEY_NAMES);
  const tokens = runners.flatMap(({ namespace, token }): BroughtSecret[] =>
    token.kind === 'existing' ? [{ namespace, name: token.secret, keys: [token.key] }] : [],
  );
  const authorities = runners.flatMap(({ namespace }): BroughtSecret[] =>
    gitlab.caSecret === undefined ? [] : [{ namespace, name: gitlab.caSecret, keys: ['ca.crt'] }],
  );
  const pairs: readonly BroughtSecret[] = [
    { namespace: store.namespace, name: NAMES.rootKeys, keys },
    ...runners.flatMap((runner) => [
      { namespace: store.namespace, name: keysInStoreOf(runner, runners), keys },
      { namespace: runner.namespace, name: NAMES.runnerKeys, keys },
    ]),
  ];
  return { secrets: [...tokens, ...authorities, ...(credentials.kind === 'existing' ? pairs : [])] };
}

/** Everything in a configuration that only a Secret may hold. */
export function secretsIn({ credentials, runners }: Model): readonly string[] {
  const tokens = runners.flatMap(({ token }) => (token.kind === 'plaintext' ? [token.value] : []));
  if (credentials.kind !== 'plaintext') return tokens;
  const pairs = [credentials.root, ...Object.values(credentials.runners)];
  return [...tokens, ...pairs.flatMap(({ accesskey, secretkey }) => [accesskey, secretkey])];
}
