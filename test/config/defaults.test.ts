import { parseConfiguration } from '../../src/config/parse';
import type { Model } from '../../src/model/model';
import { Size } from '../../src/model/size';

test('Five lines give what the configuration page documents', () => {
  const { model, warnings } = parseConfiguration(
    ['gitlab:', '  url: https://gitlab.example.com', 'cache:', '  bucket: my-gitlab-runner-cache', ''].join(
      '\n',
    ),
  );
  expect(warnings).toEqual([]);
  expect(model).toEqual<Record<keyof Model, unknown>>({
    gitlab: { url: 'https://gitlab.example.com', caSecret: undefined },
    cache: {
      expireAfterDays: 14,
      maxArchive: Size.mebibytes(5 * 1024),
      verify: 'boot',
      purgeToken: undefined,
    },
    store: {
      kind: 'minio',
      namespace: 'minio',
      storage: { kind: 'ephemeral', size: Size.mebibytes(20 * 1024) },
      region: 'us-east-1',
      endpoint: { host: 'minio.minio.svc.cluster.local', port: 9000, tls: false },
      server: { reference: 'docker.io/pgsty/silo:RELEASE.2026-09-16T00-00-00Z', hasShell: true },
      toolsImage: 'docker.io/pgsty/silo:RELEASE.2026-09-16T00-00-00Z',
    },
    credentials: { kind: 'generated', rotation: 1 },
    sealed: {},
    runners: [
      {
        name: 'main',
        namespace: 'gitlab-runner',
        token: { kind: 'existing', secret: 'gitlab-runner-token', key: 'token' },
        concurrent: 10,
        image: 'registry.gitlab.com/gitlab-org/gitlab-runner:alpine-v19.4.0',
        version: { major: 19, minor: 4, patch: 0 },
        helperImage: undefined,
        jobs: { namespace: 'gitlab-jobs', image: 'alpine:3.21', docker: false },
        cache: { bucket: 'my-gitlab-runner-cache', path: 'cache', shared: true },
        settings: {},
      },
    ],
    images: { registry: '', pullPolicy: 'IfNotPresent' },
    cluster: {
      kubernetes: { major: 1, minor: 32, patch: 0 },
      domain: 'cluster.local',
      provider: 'any',
      apiServerPorts: [443, 6443, 8443, 16443],
    },
    delivery: { kind: 'plain' },
    exceptions: [],
  });
});

const PAGE = `
gitlab: { url: https://gitlab.example.com }
cache: { bucket: runner-cache, path: cache, shared: true, expireAfterDays: 14, maxArchive: 5Gi, verify: boot }
store:
  kind: minio
  namespace: minio
  storage: { kind: ephemeral, size: 20Gi }
  region: us-east-1
  image: silo
  nodes: 1
  tls: { kind: none }
  exposure: { kind: internal }
credentials: { kind: generated, rotation: 1 }
runners:
  - name: main
    namespace: gitlab-runner
    token: { kind: existing, secret: gitlab-runner-token, key: token }
    concurrent: 10
    image: gitlab-runner
    jobs: { namespace: gitlab-jobs, image: alpine:3.21, docker: false }
    cache: {}
    settings: {}
images: { registry: '', pullPolicy: IfNotPresent }
cluster: { kubernetes: '1.32', domain: cluster.local, provider: any }
delivery: { kind: plain }
monitoring: { kind: none }
exceptions: []
`;

test('What the page writes out as defaults is what nobody needs to say', () => {
  const said = parseConfiguration(PAGE);
  expect(said.faults).toEqual([]);
  expect(said.model).toEqual(parseConfiguration('gitlab: { url: https://gitlab.example.com }').model);
});
