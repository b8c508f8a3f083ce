import { EXAMPLES, exampleConfiguration } from './load';

/** What every example adds up to, and one configuration for each branch that no example takes. */
export const CONFIGURATIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(EXAMPLES.map((name) => [name, exampleConfiguration(name)])),
  'five lines': 'gitlab:\n  url: https://gitlab.example.com\ncache:\n  bucket: runner-cache\n',
  'in memory, old cluster': `gitlab: { url: http://gitlab.example.com:8080, caSecret: gitlab-ca }
cache: { expireAfterDays: never, maxArchive: 0, verify: 'off', purgeToken: '1' }
store: { storage: { kind: memory }, image: distroless }
cluster: { kubernetes: '1.27' }
images: { registry: registry.example.com/mirror, pullPolicy: Always }
`,
  'existing keys':
    'gitlab: { url: https://gitlab.example.com }\ncredentials: { kind: existing, rotation: 3 }\n',
  'an operator for keys, in waves': `gitlab: { url: https://gitlab.example.com }
credentials: { kind: externalSecrets, store: { name: v }, root: { accesskey: { key: a }, secretkey: { key: s } }, runners: { main: { accesskey: { key: m }, secretkey: { key: n }, previous: { key: m, version: '1' } } } }
runners: [{ token: { kind: sealed, scope: namespace-wide } }]
delivery: { kind: argocd, repoUrl: 'git@gitlab.example.com:a/b.git', ordering: gated }
`,
  'ciphertext, for anywhere in the cluster': `gitlab: { url: https://gitlab.example.com }
credentials: { kind: sealed, scope: cluster-wide, rotation: 2 }
runners: [{}, { name: b, token: { kind: externalSecrets, store: { name: v }, remote: { key: t } } }]
`,
  'an Application for each runner': `gitlab: { url: https://gitlab.example.com }
runners: [{}, { name: web }]
delivery: { kind: argocd, repoUrl: 'git@gitlab.example.com:a/b.git', perRunner: true, argoVersion: '3.5' }
`,
  'gated waves': `gitlab: { url: https://gitlab.example.com }
delivery: { kind: argocd, repoUrl: 'git@gitlab.example.com:a/b.git', ordering: gated, argoVersion: '2.14' }
`,
  plaintext: `gitlab: { url: https://gitlab.example.com }
credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: therootuser, secretkey: therootsecret }, runners: { main: { accesskey: theuser, secretkey: theusersecret } } }
runners: [{ token: { kind: plaintext, allowPlaintext: true, value: glrt-0123456789 } }]
`,
};
