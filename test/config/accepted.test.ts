import { parseConfiguration } from '../../src/config/parse';

/** Files that look odd and are well. */
const WHOLE = [
  ['JSON is YAML', '{ "gitlab": { "url": "https://gitlab.example.com" } }'],
  ['a byte order mark', '\ufeffgitlab: { url: https://gitlab.example.com }\n'],
  ['line ends of Windows', 'gitlab:\r\n  url: https://gitlab.example.com\r\n'],
  ['no line end', 'gitlab: { url: https://gitlab.example.com }'],
  ['a version of YAML', '%YAML 1.2\n---\ngitlab: { url: https://gitlab.example.com }\n'],
  ['marks of begin and end', '---\ngitlab: { url: https://gitlab.example.com }\n...\n'],
  ['a slash at the end', 'gitlab: { url: https://gitlab.example.com/ }\n'],
  ['GitLab below a path', 'gitlab: { url: https://tools.example.com/gitlab }\n'],
  ['GitLab below two paths', 'gitlab: { url: https://tools.example.com/dev/gitlab }\n'],
  ['a port', 'gitlab: { url: "http://gitlab:8080" }\n'],
  ['an address', 'gitlab: { url: "http://10.0.0.5" }\n'],
  ['a comma at the end', 'gitlab: { url: https://gitlab.example.com, }\n'],
  ['a strange space in a comment', 'gitlab: { url: https://gitlab.example.com } # oui\u00a0!\n'],
] as const;

test.each(WHOLE)('A file is accepted with %s', (_, text) => {
  expect(parseConfiguration(text).faults).toEqual([]);
});

const EXTERNAL =
  'credentials: { kind: externalSecrets, store: { name: v }, root: { accesskey: { key: a }, secretkey: { key: s } }, runners: { main: { accesskey: { key: a, version: "2" }, secretkey: { key: s, property: main }, previous: { key: a, version: "1" } } }';

const BELOW = [
  'cache: { shared: True }',
  'cache: { maxArchive: 0 }',
  'cache: { maxArchive: "0" }',
  'cache: { verify: off }',
  'cache: { purgeToken: 2026-11-23 }',
  'cache: { expireAfterDays: 1 }',
  'cache: { expireAfterDays: 3650 }',
  'cache: { expireAfterDays: never }',
  'cache: { bucket: abc }',
  'cache: {}',
  'store: {}',
  'store: { storage: { kind: volume } }',
  'store: { image: {} }',
  'runners: [{}]',
  'runners: [{ name: aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd }]',
  'runners: [{ image: { preset: custom, repository: docker.io/gitlab/gitlab-runner, tag: v19.4.0 } }]',
  'runners: [{ image: { tag: ubuntu-v19.4.0 } }]',
  'runners: [{ settings: { limit: 5, environment: [CACHE_REQUEST_TIMEOUT=30] } }]',
  'runners: [{ settings: { kubernetes: { node_selector: { disk: ssd }, pull_policy: [always] } } }]',
  'exceptions: []',
  'exceptions: [{ check: single-replica, object: Deployment/minio/minio, reason: one drive }]',
  'credentials: { kind: sealed, scope: cluster-wide }',
  'runners: [{ token: { kind: sealed } }]',
  'runners: [{ token: { kind: externalSecrets, store: { kind: SecretStore, name: v }, remote: { key: t } } }]',
  `${EXTERNAL}, refreshInterval: 60s }\nrunners: [{ token: { kind: externalSecrets, refreshInterval: onChange, remote: { key: t } } }]`,
  `${EXTERNAL}, refreshInterval: 8784h }`,
  'cluster: { kubernetes: !!str 1.30 }',
  "cluster: { kubernetes: '1.27' }",
  'cluster: { apiServerPorts: [443] }',
  'cache: { bucket: both }\nrunners: [{ jobs: &jobs { image: "alpine:3.20" } }, { name: b, jobs: *jobs }]',
];

test.each(BELOW)('Below `gitlab`, %s is accepted', (text) => {
  const { faults } = parseConfiguration(`gitlab: { url: https://gitlab.example.com }\n${text}\n`);
  expect(faults).toEqual([]);
});
