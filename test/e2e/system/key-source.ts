import { apply } from '../cluster/api';
import { keysOf, tokenOf, type Wish } from './configuration';
import type { System } from './system';

/** Whoever gives a system what Git has not: a person with the tokens, or a platform team with its store. */
export interface KeySource {
  /** Before a commit that brings a runner, or this rotation of the keys. */
  before(rotation?: number): Promise<void>;
  /** When the namespaces are there. */
  after(): Promise<void>;
}

/** By the `credentials.kind` of the wish. */
export function keySourceOf(system: System, { credentials }: Wish): KeySource {
  switch (credentials?.kind) {
    case 'externalSecrets': {
      const first = Number(credentials.rotation ?? 1);
      return { before: (rotation = first) => fill(system, rotation), after: nothing };
    }
    case 'sealed':
      return { before: () => system.registerTokens(), after: nothing };
    default:
      return { before: nothing, after: () => system.giveTokens() };
  }
}

const nothing = (): Promise<void> => Promise.resolve();

/**
 * The stores of examples/external-secrets: `vault` for all, and `vault-web` in the namespace of one runner, which is there
 * before Argo CD is. Both hold what the example reads, the keys of the rotation before as version 1.
 */
async function fill(system: System, rotation: number): Promise<void> {
  await system.registerTokens();
  const root = keysOf('root');
  const runners = system.runners.flatMap(({ name, namespace }) => {
    const key = `ci/runner-${name}`;
    const token = tokenOf(namespace);
    return [
      { key, value: JSON.stringify({ ...keysOf(name, rotation), token }) },
      { key, value: JSON.stringify(keysOf(name, rotation - 1)), version: '1' },
    ];
  });
  const data = [
    { key: 'ci/minio', value: JSON.stringify({ user: root.accesskey, password: root.secretkey }) },
    ...runners,
  ];
  const spec = { provider: { fake: { data } } };
  const apiVersion = 'external-secrets.io/v1';
  const { namespace } = system.runner('web');
  await apply([
    { apiVersion, kind: 'ClusterSecretStore', metadata: { name: 'vault' }, spec },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    { apiVersion, kind: 'SecretStore', metadata: { name: 'vault-web', namespace }, spec },
  ]);
}
