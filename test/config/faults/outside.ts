import { below, file, type Wrong } from './case';

/** Keys in a store that are well, with more behind them. */
const external = (more: string, ...faults: readonly string[]): Wrong =>
  below(
    `credentials:
  kind: externalSecrets
  store: { name: vault }
  root: { accesskey: { key: r, property: a }, secretkey: { key: r, property: s } }
  ${more}`,
    ...faults,
  );

const RUNNERS =
  'runners: { main: { accesskey: { key: m, property: a }, secretkey: { key: m, property: s } } }';

const token = (keys: string, ...faults: readonly string[]): Wrong =>
  below(`runners: [{ token: { kind: ${keys} } }]`, ...faults);

/** Of `externalSecrets` and `sealed`, for keys and for tokens. */
export const OUTSIDE: readonly Wrong[] = [
  external(
    `${RUNNERS}
  refreshInterval: 30s`,
    '7:20  credentials.refreshInterval  Cannot use refresh interval "30s": expected from a minute to a year, such as "1h" or "30m", or "onChange"',
  ),
  external(
    `${RUNNERS}
  refreshInterval: 0`,
    '7:20  credentials.refreshInterval  Cannot use this number: expected text in quotes, such as "1h"',
  ),
  external(
    `${RUNNERS}
  refreshInterval: never`,
    '7:20  credentials.refreshInterval  Cannot use refresh interval "never": expected from a minute to a year, such as "1h" or "30m", or "onChange"',
  ),
  external(
    'runners: { main: { accesskey: { key: "m\\n" }, secretkey: { property: s } } }',
    '6:40  credentials.runners.main.accesskey.key  Cannot use this name in the store: expected 1 to 1024 characters without white space at either end, such as "ci/minio"',
    '6:60  credentials.runners.main.secretkey.key  Missing: expected text, such as "ci/minio" (Path or name of the secret in the store)',
  ),
  external(
    'runners: { main: { accesskey: ci/runner, secretkey: { key: m, version: 2 } } }',
    '6:33  credentials.runners.main.accesskey  Cannot use this text: expected a map with "key", "property", "version"',
    '6:74  credentials.runners.main.secretkey.version  Cannot use this number: expected text in quotes, such as "2"',
  ),
  external(
    'runners: { main: { accesskey: { key: glrt-abcdefghijk }, secretkey: { key: m } } }',
    '6:40  credentials.runners.main.accesskey.key  Cannot use a token here: expected the name of what holds it in the store; put the token into the store',
  ),
  external(
    'runners: { main: { accesskey: { key: r, property: a }, secretkey: { key: m } } }',
    '3:3  credentials  Cannot read one value of the store twice: expected a key, a property or a version of its own for each access key and each secret key',
  ),
  external(
    'runners: { web: { accesskey: { key: a }, secretkey: { key: s } } }',
    '6:12  credentials.runners  Missing keys of a runner: expected "accesskey" and "secretkey" below each of "main"',
    '6:12  credentials.runners  Keys of a runner that does not exist: expected only "main"',
  ),
  below(
    'credentials: { kind: externalSecrets, store: { kind: Secretstore, name: Vault }, root: {}, runners: {} }',
    '2:54  credentials.store.kind  Cannot use "Secretstore": expected "ClusterSecretStore" or "SecretStore"; did you mean "SecretStore"?',
    '2:73  credentials.store.name  Cannot use name "Vault": expected lowercase letters, digits, hyphens and dots, such as "my-name"',
    '2:88  credentials.root.accesskey  Missing: expected a map with "key", "property", "version" (Where the access key lies)',
    '2:88  credentials.root.secretkey  Missing: expected a map with "key", "property", "version" (Where the secret key lies)',
  ),
  below(
    'credentials: { kind: sealed, root: { accesskey: verysecretvalue1 } }',
    '2:30  credentials.root  Unknown key "root"; only kind "externalSecrets" and "plaintext" has it',
  ),
  below(
    'credentials: { kind: sealed, scope: namespace }',
    '2:37  credentials.scope  Cannot use this text: expected "strict" or "namespace-wide" or "cluster-wide"',
  ),
  token(
    'externalSecrets, remote: { key: t }',
    '2:20  runners[0].token.store  Missing secret store: expected `store: { name: … }` here, as `credentials` have none',
  ),
  token(
    'externalSecrets, store: { name: v }, value: glrt-abcdefghijk',
    '2:20  runners[0].token.remote  Missing: expected a map with "key", "property", "version" (Where the token lies)',
    '2:65  runners[0].token.value  Unknown key "value"; only kind "plaintext" has it',
  ),
  token(
    'externalSecrets, store: { name: v }, secret: s3access, remote: { key: t }',
    '2:73  runners[0].token.secret  Cannot use Secret "s3access" for the token: expected another one, as this one holds the runner\'s S3 keys',
  ),
  token(
    'sealed, secret: s3access',
    '2:44  runners[0].token.secret  Cannot use Secret "s3access" for the token: expected another one, as this one holds the runner\'s S3 keys',
  ),
  token(
    'sealed, value: glrt-abcdefghijk',
    '2:36  runners[0].token.value  Unknown key "value"; only kind "plaintext" has it',
  ),
  ...['externalSecrets, store: { name: v }, remote: { key: t }', 'sealed'].map((keys) =>
    file(
      `gitlab: { url: https://gitlab.example.com, caSecret: gitlab-runner-token }
runners: [{ token: { kind: ${keys} } }]`,
      '1:54  gitlab.caSecret  Cannot use Secret "gitlab-runner-token" for the CA: expected another one, as this one holds the runner\'s keys or token',
    ),
  ),
];
