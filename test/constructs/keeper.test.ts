import { find, manifestsOf, podTemplateOf, type ManifestObject, type PodSpec } from '../manifests/load';

const GITLAB = 'gitlab: { url: https://gitlab.example.com }\n';
const STORAGES = [
  ['ephemeral', 'store: { storage: { kind: ephemeral } }\n'],
  ['volume', 'store: { storage: { kind: volume } }\n'],
  ['memory', 'store: { storage: { kind: memory } }\n'],
] as const;

const keeperOf = (configuration: string): ManifestObject =>
  find(manifestsOf(GITLAB + configuration), 'Deployment', 'minio-bucket-keeper');
const podOf = (configuration: string): PodSpec => podTemplateOf(keeperOf(configuration))!.spec;

interface Projected {
  readonly projected: {
    readonly sources: readonly {
      readonly secret: {
        readonly name: string;
        readonly optional?: boolean;
        readonly items: readonly { key: string }[];
      };
    }[];
  };
}

const secretsOf = (configuration: string) =>
  (
    podOf(configuration).volumes.find(({ name }) => name === 'bucket-keys') as unknown as Projected
  ).projected.sources.map(({ secret }) => secret);

describe.each(STORAGES)('with %s storage', (_, configuration) => {
  test('one keeper stands beside MinIO, with the scripts of bucket-init', () => {
    expect(keeperOf(configuration).spec).toMatchObject({ replicas: 1 });
    expect(podOf(configuration).volumes).toContainEqual({
      name: 'bucket-config',
      configMap: { name: 'minio-bucket-init' },
    });
  });

  test('it looks for what is gone, and evicts from what is nearly full', () => {
    const [, , loop] = podOf(configuration).containers[0]!.command!;
    expect(loop).toContain('bucket-init.sh keep');
    expect(loop).toContain('bucket-evict.sh');
    const { data } = find(
      manifestsOf(GITLAB + configuration),
      'ConfigMap',
      'minio-bucket-init',
    ) as unknown as {
      data: Record<string, string>;
    };
    expect(Object.keys(data)).toEqual(
      expect.arrayContaining(['bucket-init.sh', 'bucket-evict.sh', 'revision']),
    );
  });

  test('it leaves a lost node after a minute', () => {
    expect(podOf(configuration).tolerations).toHaveLength(2);
  });
});

test('the old keeper is gone before the new one starts, so that it brings back no removed user', () => {
  expect(keeperOf('').spec).toMatchObject({ strategy: { type: 'Recreate' } });
  const web = 'runners: [{ name: main }, { name: web, cache: { path: web } }]\n';
  expect(podOf(web)).not.toEqual(podOf(''));
});

test('a rotation reaches it through its mounted keys, without a restart', () => {
  expect(podOf('credentials: { kind: generated, rotation: 2 }\n')).toEqual(podOf(''));
});

test("it waits for the root's keys, and for no runner's", () => {
  const secrets = secretsOf('runners: [{ name: main }, { name: web, cache: { path: web } }]\n');
  expect(secrets.filter(({ optional }) => optional !== true).map(({ name }) => name)).toEqual(['minio-root']);
  expect(new Set(secrets.map(({ name }) => name))).toEqual(
    new Set(['minio-root', 's3access-main', 's3access-web']),
  );
  const keys = secrets.flatMap(({ items }) => items.map(({ key }) => key));
  expect(keys.filter((key) => key.startsWith('rotation'))).toEqual([]);
});

test('it is ready only while it could do its work', () => {
  expect(podOf('').containers[0]!.readinessProbe).toMatchObject({
    exec: { command: ['sh', '-c', '[ -s /tmp/kept ]'] },
  });
});
