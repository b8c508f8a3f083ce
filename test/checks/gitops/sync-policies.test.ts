import { application, claim, configMap, object, told, type Fields } from './delivered';

const synced = (options: string): Fields => ({
  metadata: {
    name: 'keys',
    namespace: 'minio',
    annotations: { 'argocd.argoproj.io/sync-options': options },
  },
});

describe('policies of Applications', () => {
  const CASCADES = { finalizers: ['resources-finalizer.argocd.argoproj.io'] };

  test('what is not kept at all is told at the claim alone', () => {
    const files = { 'b/x.json': application({}, CASCADES), 'cache/a.json': claim('PruneLast=true') };
    expect(told(files)).toEqual(['data-not-kept']);
  });

  test('keys that are in no file are data as those of a claim are', () => {
    const filled = (options: string) => object('v1', 'Secret', 'keys', synced(options));
    expect(told({ 'b/x.json': application(), 'cache/a.json': filled('PruneLast=true') })).toEqual([
      'data-not-kept',
    ]);
    const files = { 'b/x.json': application({}, CASCADES), 'cache/a.json': filled('Prune=false') };
    expect(told(files)).toEqual(['data-goes-with-application']);
    expect(told({ ...files, 'cache/a.json': filled('Delete=false,Prune=false') })).toEqual([]);
  });

  test('A token of an account is made again by the cluster, and a value in Git by the next sync', () => {
    const type = 'kubernetes.io/service-account-token';
    const secrets = [{ type }, { stringData: { key: 'value' } }].map((more) =>
      object('v1', 'Secret', 'keys', { ...synced('PruneLast=true'), ...more }),
    );
    for (const secret of secrets) {
      expect(told({ 'b/x.json': application(), 'cache/a.json': secret })).not.toContain('data-not-kept');
    }
  });

  test.each([
    [
      'a claim that stays',
      { 'b/x.json': application({}, CASCADES), 'cache/a.json': claim('Delete=false,Prune=false') },
    ],
    [
      'a claim that is asked for',
      { 'b/x.json': application({}, CASCADES), 'cache/a.json': claim('Delete=confirm,Prune=confirm') },
    ],
    [
      'an Application that deletes nothing',
      {
        'b/x.json': application({ syncPolicy: { syncOptions: ['Delete=false'] } }, CASCADES),
        'cache/a.json': claim('Prune=false'),
      },
    ],
    ['an Application that leaves all', { 'b/x.json': application(), 'cache/a.json': claim('Prune=false') }],
    [
      'a claim that it does not sync',
      {
        'b/x.json': application({}, CASCADES),
        'cache/a.json': configMap(),
        'c/a.json': claim('Prune=false'),
      },
    ],
    [
      'a Namespace without claims',
      {
        'b/x.json': application({}, CASCADES),
        'cache/a.json': { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'minio' } },
      },
    ],
    ['retry without anything said', { 'b/x.json': application({ syncPolicy: { automated: {} } }) }],
    [
      'a limit of 0, which somebody means',
      { 'b/x.json': application({ syncPolicy: { automated: {}, retry: { limit: 0 } } }) },
    ],
    ['retry without automation', { 'b/x.json': application({ syncPolicy: { retry: { backoff: {} } } }) }],
    [
      '... that is off',
      { 'b/x.json': application({ syncPolicy: { automated: { enabled: false }, retry: {} } }) },
    ],
    [
      'labels that the Namespace has too',
      {
        'b/x.json': application({
          syncPolicy: {
            managedNamespaceMetadata: { labels: { a: 'b' } },
            syncOptions: ['CreateNamespace=true'],
          },
        }),
        'cache/a.json': {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'minio', labels: { a: 'b', c: 'd' } },
        },
      },
    ],
    [
      'labels for a Namespace beside another one',
      {
        'b/x.json': application({
          syncPolicy: {
            managedNamespaceMetadata: { labels: { a: 'b' } },
            syncOptions: ['CreateNamespace=true'],
          },
        }),
        'cache/a.json': { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'gitlab' } },
      },
    ],
  ])('%s is no fault', (_, files: Fields) => {
    expect(told(files)).toEqual([]);
  });
});
