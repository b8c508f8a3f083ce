import { quoted } from '../../text/shown';
import type { RemoteValue } from '../external';
import type { Credentials, Model } from '../model';
import type { Rule } from './rule';

export const CREDENTIAL_RULES: readonly Rule[] = [
  {
    path: 'credentials.runners',
    holds: ({ credentials, runners }) => {
      const named = namedIn(credentials);
      return named === undefined || runners.every(({ name }) => named.includes(name));
    },
    message: ({ runners }) =>
      `Missing keys of a runner: expected "accesskey" and "secretkey" below each of ${names(runners)}`,
  },
  {
    path: 'credentials.runners',
    holds: ({ credentials, runners }) =>
      namedIn(credentials)?.every((key) => runners.some(({ name }) => name === key)) ?? true,
    message: ({ runners }) => `Keys of a runner that does not exist: expected only ${names(runners)}`,
  },
  {
    // MinIO refuses a user with the root's name, and one user would have one policy for two runners.
    path: 'credentials',
    holds: ({ credentials }) => {
      if (credentials.kind !== 'plaintext') return true;
      const keys = [credentials.root, ...Object.values(credentials.runners)];
      return areDifferent(keys.map(({ accesskey }) => accesskey));
    },
    message: () => 'Cannot use an access key twice: expected one of its own for the root and for each runner',
  },
  {
    // The same, as far as names can tell; and a secret key that is the access key is none.
    path: 'credentials',
    holds: ({ credentials }) =>
      credentials.kind !== 'externalSecrets' ||
      areDifferent(
        [credentials.root, ...Object.values(credentials.runners)].flatMap((keys) =>
          Object.values(keys).map(remoteText),
        ),
      ),
    message: () =>
      'Cannot read one value of the store twice: expected a key, a property or a version of its own for each access key and each secret key',
  },
];

/** The runners whose keys the configuration has; undefined where it has none. */
function namedIn(credentials: Credentials): readonly string[] | undefined {
  return 'runners' in credentials ? Object.keys(credentials.runners) : undefined;
}

function areDifferent(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

function remoteText({ key, property, version }: RemoteValue): string {
  return JSON.stringify([key, property, version]);
}

function names(runners: Model['runners']): string {
  return quoted(runners.map(({ name }) => name));
}
