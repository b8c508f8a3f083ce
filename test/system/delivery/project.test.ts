import { manifestsOf } from '../../../src/manifests/manifests';
import type { Manifest } from '../../../src/manifests/manifest';
import { allowsDestination, allowsRepository, tryFindRefusal } from '../../../src/system/delivery/project';

/** All compared with the functions of Argo CD 3.2.3 themselves. */
function project(spec: unknown): Manifest {
  const object = { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'a' }, spec };
  return manifestsOf([{ path: 'a.json', text: JSON.stringify(object) }]).manifests[0]!;
}

const HERE = 'https://kubernetes.default.svc';
const server = (namespace: string, of = HERE): object => ({ server: of, namespace });

describe('destinations', () => {
  test.each([
    ['its own', [server('minio')], 'minio', true],
    ['another', [server('minio')], 'gitlab', false],
    ['a pattern', [server('gitlab-*')], 'gitlab-jobs', true],
    ['all', [server('*')], '', true],
    ['none that is named', [server('minio')], '', false],
    ['one that is denied', [server('!kube-system'), server('*')], 'kube-system', false],
    ['one that is denied last', [server('*'), server('!kube-system')], 'kube-system', false],
    ['one beside what is denied', [server('!kube-system'), server('*')], 'minio', true],
    ['one that is not denied alone', [server('!kube-system')], 'minio', true],
    ['a cluster that is denied', [server('*', `!${HERE}`), server('*')], 'minio', false],
    ['a cluster that is denied for others', [server('kube-*', `!${HERE}`), server('minio')], 'minio', true],
    ['another cluster', [server('*', 'https://10.0.0.1')], 'minio', false],
    ['any cluster', [server('minio', '*')], 'minio', true],
    ['none at all', [], 'minio', false],
    [
      'a cluster by its name, which is not known',
      [{ name: 'in-cluster', namespace: 'minio' }],
      'minio',
      true,
    ],
    ['... in another namespace', [{ name: 'in-cluster', namespace: 'minio' }], 'gitlab', false],
    ['... that is denied', [{ name: '!prod', namespace: '*' }, server('*')], 'minio', true],
  ] as const)('%s', (_, destinations, namespace, isAllowed) => {
    const cluster = { server: HERE, name: undefined };
    expect(allowsDestination(project({ destinations }), cluster, namespace)).toBe(isAllowed);
  });

  test('of a cluster that is named, addresses tell nothing', () => {
    const cluster = { server: undefined, name: 'prod' };
    expect(allowsDestination(project({ destinations: [server('minio')] }), cluster, 'minio')).toBe(true);
    expect(allowsDestination(project({ destinations: [server('!minio')] }), cluster, 'minio')).toBe(false);
    expect(
      allowsDestination(project({ destinations: [server('*'), server('!minio')] }), cluster, 'minio'),
    ).toBe(true);
  });

  test('an Application without a cluster is somebody else’s to tell', () => {
    const cluster = { server: undefined, name: undefined };
    expect(allowsDestination(project({ destinations: [] }), cluster, 'minio')).toBe(true);
  });
});

describe('repositories', () => {
  const OWN = 'https://gitlab.example.com/ci/cache.git';
  test.each([
    ['itself', [OWN], true],
    ['itself in capitals and without .git', ['https://GitLab.example.com/CI/cache'], true],
    ['all', ['*'], true],
    ['a star before another slash', ['https://gitlab.example.com/*'], false],
    ['two stars', ['https://gitlab.example.com/**'], true],
    ['a group', ['https://gitlab.example.com/ci/*'], true],
    ['another', ['https://gitlab.example.com/ci/other.git'], false],
    ['none', [], false],
    ['one that is denied', ['*', `!${OWN}`], false],
    ['one that is denied before', [`!${OWN}`, '*'], false],
    ['one beside what is denied', ['!https://gitlab.example.com/other/**'], true],
    ['a denial of one part', ['*', '!*'], true],
    ['what cannot be read', ['https://gitlab.example.com/{ci,x}/*'], true],
  ])('%s', (_, sourceRepos, isAllowed) => {
    expect(allowsRepository(project({ sourceRepos }), OWN)).toBe(isAllowed);
  });
});

describe('kinds', () => {
  const role = { group: 'rbac.authorization.k8s.io', kind: 'Role', namespace: 'minio', name: 'a' };
  const namespace = { group: '', kind: 'Namespace', namespace: '', name: 'minio' };
  const ANY = { group: '*', kind: '*' };

  test.each([
    ['no list at all', {}, undefined],
    ['an empty list', { namespaceResourceWhitelist: [] }, 'namespaceResourceWhitelist'],
    ['any', { namespaceResourceWhitelist: [ANY] }, undefined],
    ['any of its group', { namespaceResourceWhitelist: [{ group: 'rbac.*', kind: '*' }] }, undefined],
    [
      'its kind of another group',
      { namespaceResourceWhitelist: [{ group: '', kind: 'Role' }] },
      'namespaceResourceWhitelist',
    ],
    [
      'on the other list',
      { namespaceResourceBlacklist: [{ group: '*', kind: 'Role' }] },
      'namespaceResourceBlacklist',
    ],
    [
      'on both',
      { namespaceResourceWhitelist: [ANY], namespaceResourceBlacklist: [ANY] },
      'namespaceResourceBlacklist',
    ],
    ['of the cluster', { clusterResourceBlacklist: [ANY] }, undefined],
  ])('with a namespace: %s', (_, spec, list) => {
    expect(tryFindRefusal(project(spec), role, 'namespaced')).toBe(list);
  });

  test.each([
    ['no list at all', {}, 'clusterResourceWhitelist'],
    ['any', { clusterResourceWhitelist: [ANY] }, undefined],
    ['its name', { clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'min*' }] }, undefined],
    [
      'another name',
      { clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'a' }] },
      'clusterResourceWhitelist',
    ],
    [
      'on the other list',
      { clusterResourceWhitelist: [ANY], clusterResourceBlacklist: [ANY] },
      'clusterResourceBlacklist',
    ],
  ])('of the cluster: %s', (_, spec, list) => {
    expect(tryFindRefusal(project(spec), namespace, 'cluster')).toBe(list);
  });
});
