import { application, configMap, HERE, object, project, SOURCE, told, type Fields } from './delivered';

describe('projects', () => {
  const NO_ROLES = project({ namespaceResourceWhitelist: [{ group: '', kind: 'ConfigMap' }] });
  const ROLE = object('rbac.authorization.k8s.io/v1', 'Role', 'a');

  test('a kind that is not allowed is told once, however many objects there are', () => {
    const files = { 'b/x.json': application(), 'b/y.json': NO_ROLES, 'cache/a.json': ROLE };
    expect(told(files)).toEqual(['project-refuses-kind']);
    expect(told({ ...files, 'cache/b.json': object('rbac.authorization.k8s.io/v1', 'Role', 'b') })).toEqual([
      'project-refuses-kind',
    ]);
  });

  test.each([
    ['a project that is not here', { 'b/x.json': application(), 'cache/a.json': ROLE }],
    [
      'the project "default"',
      { 'b/x.json': application({ project: '' }), 'b/y.json': NO_ROLES, 'cache/a.json': ROLE },
    ],
    [
      'a kind in another folder',
      { 'b/x.json': application(), 'b/y.json': NO_ROLES, 'cache/a.json': configMap(), 'web/a.json': ROLE },
    ],
    [
      'a folder that cannot be told',
      {
        'b/x.json': application({ source: { ...SOURCE, path: 'k8s' } }),
        'b/y.json': NO_ROLES,
        'cache/a.json': ROLE,
      },
    ],
    [
      'what is never applied',
      {
        'b/x.json': application(),
        'b/y.json': NO_ROLES,
        'cache/a.json': {
          ...ROLE,
          metadata: { name: 'a', namespace: 'minio', annotations: { 'argocd.argoproj.io/hook': 'Skip' } },
        },
      },
    ],
    [
      'a custom kind of which nobody says whether it has a namespace',
      {
        'b/x.json': application(),
        'b/y.json': project(),
        'cache/a.json': { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'a' } },
      },
    ],
    [
      'a project that is here twice',
      {
        'b/x.json': application(),
        'b/y.json': NO_ROLES,
        'b/z.json': { ...NO_ROLES, metadata: { name: 'cache', namespace: 'other' } },
        'cache/a.json': ROLE,
      },
    ],
    [
      'an object without a namespace, which goes where the Application says',
      {
        'b/x.json': application(),
        'b/y.json': project(),
        'cache/a.json': { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } },
      },
    ],
    [
      'a Namespace that is allowed, in no destination',
      {
        'b/x.json': application(),
        'b/y.json': project({ clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }] }),
        'cache/a.json': { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'gitlab' } },
      },
    ],
    [
      'a kind of the cluster with a namespace, which nothing reads',
      {
        'b/x.json': application(),
        'b/y.json': project({ clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }] }),
        'cache/a.json': { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', namespace: 'b' } },
      },
    ],
    [
      'a cluster that is named here and has an address there',
      {
        'b/x.json': application({ destination: { name: 'prod', namespace: 'minio' } }),
        'b/y.json': project(),
      },
    ],
  ])('%s is no fault', (_, files: Fields) => {
    expect(told(files)).toEqual([]);
  });

  test('a custom kind is one of the cluster where its definition says so', () => {
    const spec = { group: 'example.com', names: { kind: 'Thing' }, scope: 'Cluster' };
    const files = {
      'b/x.json': application(),
      'b/y.json': project(),
      'cache/a.json': { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'a' } },
      'crds/a.json': {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'things.example.com' },
        spec,
      },
    };
    expect(told(files)).toEqual(['project-refuses-kind']);
  });

  test('an Application in the wrong namespace is told once, not for each of its objects', () => {
    const destination = { ...HERE, namespace: 'gitlab' };
    const inGitlab = { ...configMap(), metadata: { name: 'a', namespace: 'gitlab' } };
    expect(
      told({ 'b/x.json': application({ destination }), 'b/y.json': project(), 'cache/a.json': inGitlab }),
    ).toEqual(['project-refuses-destination']);
  });
});
