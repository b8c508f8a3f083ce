import { application, claim, configMap, told, type Fields } from './delivered';

describe('policies of Applications', () => {
  const CASCADES = { finalizers: ['resources-finalizer.argocd.argoproj.io'] };

  test('what is not kept at all is told at the claim alone', () => {
    const files = { 'b/x.json': application({}, CASCADES), 'cache/a.json': claim('PruneLast=true') };
    expect(told(files)).toEqual(['data-not-kept']);
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
