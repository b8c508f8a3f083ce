import { APPLICATION_SYNC_OPTIONS } from '../../src/facts/argocd';
import { find, type Manifest } from '../manifests/load';
import { delivered, TWO_RUNNERS, type ApplicationSpec, type ProjectSpec } from './argocd';

const spec = (manifests: readonly Manifest[], name = 'runner-cache') =>
  find(manifests, 'Application', name).spec as ApplicationSpec;

const applications = (manifests: readonly Manifest[]) =>
  manifests.filter(({ object: { kind } }) => kind === 'Application');

/** Each way to deliver. */
const WAYS: readonly (readonly [string, readonly Manifest[]])[] = [
  ['one Application', delivered()],
  ['gated', delivered(', ordering: gated')],
  ['one for each runner', delivered(', perRunner: true', TWO_RUNNERS)],
];

describe.each(WAYS)('%s', (_, manifests) => {
  test('An Application syncs a folder of the output that holds only what it is to sync', () => {
    const paths = manifests.map(({ path }) => `deploy/prod/${path}`);
    const folders = applications(manifests).map(({ object }) => (object.spec as ApplicationSpec).source.path);
    for (const path of paths.filter((path) => !path.startsWith('deploy/prod/argocd/')))
      expect(folders.filter((folder) => path.startsWith(`${folder}/`))).toHaveLength(1);
    for (const folder of folders) {
      expect(paths.some((path) => path.startsWith(`${folder}/`))).toBe(true);
      expect('deploy/prod/argocd/'.startsWith(`${folder}/`)).toBe(false);
    }
  });

  test('An Application is of the project, from its repository, to one of its namespaces', () => {
    const project = find(manifests, 'AppProject', 'runner-cache').spec as ProjectSpec;
    for (const { object } of applications(manifests)) {
      const { project: name, source, destination } = object.spec as ApplicationSpec;
      expect([name, [source.repoURL]]).toEqual(['runner-cache', project.sourceRepos]);
      expect(project.destinations).toContainEqual(destination);
    }
  });

  test('Every sync option is a word that Argo CD knows, and none replaces or applies on the server side', () => {
    for (const { object } of applications(manifests)) {
      const { syncOptions } = (object.spec as ApplicationSpec).syncPolicy;
      for (const option of syncOptions) expect(APPLICATION_SYNC_OPTIONS).toContain(option);
      expect(syncOptions.join()).not.toMatch(/Replace|ServerSideApply|Force/);
      expect(object.metadata).not.toHaveProperty('finalizers');
    }
  });
});

test('Only a gated sync prunes last: that waits until all else is healthy, and the next commit with it', () => {
  const optionsOf = (delivery: string) => spec(delivered(delivery)).syncPolicy.syncOptions;
  expect(optionsOf('')).toEqual(['FailOnSharedResource=true']);
  expect(optionsOf(', ordering: gated')).toEqual(['FailOnSharedResource=true', 'PruneLast=true']);
});

test('The folder is read as plain manifests, also those below it', () => {
  expect(spec(delivered(', targetRevision: v1')).source).toEqual({
    repoURL: 'https://git.example.com/deploy.git',
    path: 'deploy/prod/runner-cache',
    targetRevision: 'v1',
    directory: { recurse: true },
  });
});

test('Argo CD prunes and heals by itself, and tries again with the newest commit', () => {
  const retry = { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } };
  const { automated, retry: said } = spec(delivered()).syncPolicy;
  expect(automated).toEqual({ prune: true, selfHeal: true });
  expect(said).toEqual({ ...retry, refresh: true });
  expect(spec(delivered(", argoVersion: '3.1'")).syncPolicy.retry).toEqual(retry);
});

test('Names begin with the project, and lie in the namespace of Argo CD', () => {
  const manifests = delivered(', perRunner: true, project: prod, namespace: gitops', TWO_RUNNERS);
  const found = manifests.filter(({ path }) => path.startsWith('argocd/'));
  expect(
    found.map(({ object: { kind, metadata } }) => `${kind} ${metadata.namespace}/${metadata.name}`),
  ).toEqual([
    'AppProject gitops/prod',
    'Application gitops/prod-runner-a',
    'Application gitops/prod-runner-b',
    'Application gitops/prod-store',
  ]);
});

test('With one Application for each runner, what is of a runner stands in its folder, and no object twice', () => {
  const manifests = delivered(', perRunner: true', TWO_RUNNERS);
  const inFolder = (folder: string) => [
    ...new Set(
      manifests
        .filter(({ path }) => path.startsWith(`${folder}/`))
        .map(({ object: { kind, metadata } }) => (kind === 'Namespace' ? metadata.name : metadata.namespace)),
    ),
  ];
  expect(inFolder('store')).toEqual(['minio']);
  expect(inFolder('runner-a')).toEqual(['gitlab-jobs-a', 'gitlab-runner-a']);
  expect(inFolder('runner-b')).toEqual(['gitlab-jobs-b', 'gitlab-runner-b']);
});
