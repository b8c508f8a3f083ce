import { application, configMap, HERE, SOURCE, told, type Fields } from './delivered';

describe('an Application in its own folder', () => {
  test('is told', () => {
    expect(told({ 'cache/x.json': application(), 'cache/a.json': configMap() })).toEqual([
      'application-syncs-itself',
    ]);
  });

  test.each([
    [
      'an Application in a folder that it does not enter',
      {
        'cache/argocd/x.json': application({ source: { ...SOURCE, directory: {} } }),
        'cache/a.json': configMap(),
      },
    ],
    [
      'an Application of Applications',
      { 'cache/x.json': application(), 'cache/y.json': application({}, { name: 'web' }) },
    ],
    [
      '... with their Namespaces',
      {
        'cache/x.json': application(),
        'cache/a.json': { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'web' } },
      },
    ],
    [
      'an Argo CD that keeps itself',
      {
        'cache/x.json': application(),
        'cache/a.json': { ...configMap(), metadata: { name: 'argocd-cm', namespace: 'argocd' } },
      },
    ],
  ])('%s is no fault', (_, files: Fields) => {
    expect(told(files)).toEqual([]);
  });
});

describe('folders that are not entered', () => {
  const FLAT = {
    'b/x.json': application({ source: { ...SOURCE, directory: undefined } }),
    'cache/a.json': configMap(),
  };

  test('are told once, with a count', () => {
    const files = { ...FLAT, 'cache/store/b.json': configMap('b'), 'cache/web/c.json': configMap('c') };
    expect(told(files)).toEqual(['subfolder-not-synced']);
  });

  test.each([
    [
      'a folder of another Application',
      {
        'b/y.json': application({ source: { ...SOURCE, path: 'cache/store' } }, { name: 'b' }),
        'cache/store/b.json': configMap('b'),
      },
    ],
    [
      '... of Helm',
      {
        'b/y.json': application(
          { source: { ...SOURCE, path: 'cache/store', directory: undefined, helm: {} } },
          { name: 'b' },
        ),
        'cache/store/b.json': configMap('b'),
      },
    ],
    [
      'a folder of Kustomize',
      {
        'cache/store/kustomization.yaml': {
          apiVersion: 'kustomize.config.k8s.io/v1beta1',
          kind: 'Kustomization',
          resources: [],
        },
        'cache/store/b.json': configMap('b'),
      },
    ],
    [
      'a folder of Applications',
      { 'cache/apps/b.json': application({ source: { ...SOURCE, path: 'elsewhere' } }, { name: 'b' }) },
    ],
    [
      'a folder for an ApplicationSet',
      {
        'b/y.json': {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'ApplicationSet',
          metadata: { name: 'a', namespace: 'argocd' },
        },
        'cache/store/b.json': configMap('b'),
      },
    ],
    ['a folder beside', { 'cache-store/b.json': configMap('b') }],
  ])('%s is no fault', (_, more: Fields) => {
    expect(told({ ...FLAT, ...more })).toEqual([]);
  });
});

describe('two Applications of one folder', () => {
  const NAMELESS = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
  const two = (spec: Fields, of: Fields = configMap()): Fields => ({
    'b/x.json': application(),
    'b/y.json': application(spec, { name: 'other' }),
    'cache/a.json': of,
  });

  test('are told once', () => {
    expect(told(two({}))).toEqual(['object-of-two-applications']);
    expect(told({ ...two({}), 'cache/b.json': configMap('b') })).toEqual(['object-of-two-applications']);
    expect(told(two({}, NAMELESS))).toEqual(['object-of-two-applications']);
  });

  test.each([
    [
      'with objects that are made anew each time',
      two(
        {},
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: {
            generateName: 'a-',
            namespace: 'minio',
            annotations: {
              'argocd.argoproj.io/hook': 'Sync',
              'argocd.argoproj.io/hook-delete-policy': 'HookSucceeded',
            },
          },
        },
      ),
    ],
    ['on two clusters', two({ destination: { ...HERE, server: 'https://10.0.0.1' } })],
    ['on clusters that may be two', two({ destination: { name: 'in-cluster', namespace: 'minio' } })],
    ['of two branches', two({ source: { ...SOURCE, targetRevision: 'next' } })],
    [
      'with objects that go to a namespace each',
      two({ destination: { ...HERE, namespace: 'other' } }, NAMELESS),
    ],
    ['of which one takes other files', two({ source: { ...SOURCE, directory: { include: 'b*' } } })],
  ])('are no fault %s', (_, files) => {
    expect(told(files)).toEqual([]);
  });

  test('one Application that names a folder twice is one', () => {
    const sources = { source: undefined, sources: [SOURCE, SOURCE] };
    expect(told({ 'b/x.json': application(sources), 'cache/a.json': configMap() })).toEqual([]);
  });

  test('an object of two clusters is one of each', () => {
    const files = {
      'b/x.json': application(),
      'b/y.json': application(
        { source: { ...SOURCE, path: 'other' }, destination: { ...HERE, server: 'https://10.0.0.1' } },
        { name: 'b' },
      ),
      'cache/a.json': configMap(),
      'other/a.json': configMap(),
    };
    expect(told(files)).toEqual([]);
  });
});
