import { find, manifestsOf } from '../manifests/load';
import { configOf, GITLAB } from './runner-helpers';

const rulesOf = (configuration: string) =>
  Object.fromEntries(
    (
      find(manifestsOf(GITLAB + configuration), 'Role', 'gitlab-jobs/gitlab-runner').rules as {
        resources: [string];
        verbs: string[];
      }[]
    ).map(({ resources, verbs }) => [resources[0], verbs]),
  );

test('the Role has what the executor needs, and no more', () => {
  expect(rulesOf('')).toEqual({
    pods: ['create', 'delete', 'get', 'list', 'watch'],
    'pods/attach': ['create', 'delete', 'get', 'patch'],
    'pods/exec': ['create', 'delete', 'get', 'patch'],
    'pods/log': ['get', 'list'],
    secrets: ['create', 'delete', 'get', 'update'],
    serviceaccounts: ['get'],
    events: ['list'],
  });
});

test.each([
  ['kubernetes: { print_pod_warning_events: false }', 'events', undefined],
  ['feature_flags: { FF_PRINT_POD_EVENTS: true }', 'events', ['list', 'watch']],
  ['environment: ["FF_PRINT_POD_EVENTS=true"]', 'events', ['list', 'watch']],
  ['kubernetes: { pod_disruption_budget: true }', 'poddisruptionbudgets', ['create', 'get']],
  ['feature_flags: { FF_USE_LEGACY_KUBERNETES_EXECUTION_STRATEGY: true }', 'pods/attach', undefined],
])('%s changes what the Role says of %s', (settings, resource, verbs) => {
  expect(rulesOf(`runners: [{ settings: { ${settings} } }]\n`)[resource]).toEqual(verbs);
});

test('docker-in-docker: the service alone is privileged, only docker may be one, and TLS is between them', () => {
  const manifests = manifestsOf(`${GITLAB}runners: [{ jobs: { docker: true } }]\n`);
  const { kubernetes, environment } = configOf('runners: [{ jobs: { docker: true } }]\n').runners[0];
  expect(kubernetes).toMatchObject({
    privileged: false,
    service_container_security_context: { privileged: true },
    allowed_services: [
      'docker:*-dind',
      'docker:*-dind-rootless',
      'docker.io/library/docker:*-dind',
      'docker.io/library/docker:*-dind-rootless',
    ],
    volumes: { empty_dir: [{ name: 'docker-certs', mount_path: '/certs/client', medium: 'Memory' }] },
  });
  expect(environment).toEqual(
    expect.arrayContaining(['DOCKER_HOST=tcp://docker:2376', 'DOCKER_TLS_VERIFY=1']),
  );
  const level = (name: string) =>
    find(manifests, 'Namespace', name).metadata.labels!['pod-security.kubernetes.io/enforce'];
  expect([level('minio'), level('gitlab-runner'), level('gitlab-jobs')]).toEqual([
    'restricted',
    'restricted',
    'privileged',
  ]);
});

test('without docker nothing is privileged', () => {
  expect(
    manifestsOf(GITLAB).filter(({ text }) => /privileged = true|privileged: true|: privileged$/m.test(text)),
  ).toEqual([]);
});
