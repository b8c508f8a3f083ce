import { file, type Wrong } from './case';

export const GITLAB: readonly Wrong[] = [
  file(
    'gitlab: { url: https://gitlab.example.com, caSecret: s3access }',
    '1:54  gitlab.caSecret  Cannot use Secret "s3access" for the CA: expected another one, as this one holds the runner\'s keys or token',
  ),
  file(
    `gitlab: { url: https://gitlab.example.com, caSecret: mine }
runners: [{ token: { kind: plaintext, allowPlaintext: true, secret: mine, value: glrt-abc } }]`,
    '1:54  gitlab.caSecret  Cannot use Secret "mine" for the CA: expected another one, as this one holds the runner\'s keys or token',
  ),
  file(
    'gitlab: {}',
    '1:9  gitlab.url  Missing: expected text, such as "https://gitlab.example.com" (Address of GitLab)',
  ),
  file(
    'gitlab: { url: gitlab.example.com }',
    '1:16  gitlab.url  Cannot use GitLab address "gitlab.example.com": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: https://gitlab.example.com/api/v4?x=1 }',
    '1:16  gitlab.url  Cannot use a GitLab address with a user, a token or a query in it: expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "https://user:pass@gitlab.example.com" }',
    '1:16  gitlab.url  Cannot use a GitLab address with a user, a token or a query in it: expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "https://gitlab.example.com:99999" }',
    '1:16  gitlab.url  Cannot use GitLab address "https://gitlab.example.com:99999": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: 5 }',
    '1:16  gitlab.url  Cannot use 5: expected text in quotes, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { URL: https://gitlab.example.com }',
    '1:9  gitlab.url  Missing: expected text, such as "https://gitlab.example.com" (Address of GitLab)',
    '1:11  gitlab.URL  Unknown key "URL"; did you mean "url"?',
  ),
  file(
    'gitlab: { url: https://gitlab.example.com, caSecret: My_CA, ca: x }',
    '1:54  gitlab.caSecret  Cannot use name "My_CA": expected lowercase letters, digits, hyphens and dots, such as "my-name"',
    '1:61  gitlab.ca  Unknown key "ca"; expected one of "url", "caSecret"',
  ),
  file(
    'cache: {}',
    '1:1  gitlab  Missing: expected a map with "url", "caSecret" (The GitLab that gives the jobs)',
  ),
  file(
    'gitlab.url: https://gitlab.example.com',
    '1:1  gitlab  Missing: expected a map with "url", "caSecret" (The GitLab that gives the jobs)',
    '1:1  gitlab.url  Unknown key "gitlab.url"; expected "url" below "gitlab"',
  ),
  file(
    'url: https://gitlab.example.com',
    '1:1  gitlab  Missing: expected a map with "url", "caSecret" (The GitLab that gives the jobs)',
    '1:1  url  Unknown key "url"; expected "url" below "gitlab"',
  ),
  file(
    'gitlab: https://gitlab.example.com',
    '1:9  gitlab  Cannot use "https://gitlab.example.com": expected a map with "url", "caSecret"',
  ),
  file(
    `apiVersion: v1
kind: ConfigMap`,
    '1:1  gitlab  Missing: expected a map with "url", "caSecret" (The GitLab that gives the jobs)',
    '1:1  apiVersion  Unknown key "apiVersion"; expected one of "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
    '2:1  kind  Unknown key "kind"; expected one of "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  file(
    `gitlab:
  - url: https://gitlab.example.com`,
    '2:3  gitlab  Cannot use a list: expected a map with "url", "caSecret"',
  ),
  file(
    'gitlab: { url: "https://gitlab.example.com " }',
    '1:16  gitlab.url  Cannot use GitLab address "https://gitlab.example.com ": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "https://[::1]" }',
    '1:16  gitlab.url  Cannot use GitLab address "https://[::1]": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "https://gitlab.example.com/$x" }',
    '1:16  gitlab.url  Cannot use GitLab address "https://gitlab.example.com/$x": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "https://gitlab.example.com:abc" }',
    '1:16  gitlab.url  Cannot use GitLab address "https://gitlab.example.com:abc": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "https://gitlab.example.com:0" }',
    '1:16  gitlab.url  Cannot use GitLab address "https://gitlab.example.com:0": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "HTTPS://gitlab.example.com" }',
    '1:16  gitlab.url  Cannot use GitLab address "HTTPS://gitlab.example.com": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "ssh://gitlab.example.com" }',
    '1:16  gitlab.url  Cannot use GitLab address "ssh://gitlab.example.com": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "https://-" }',
    '1:16  gitlab.url  Cannot use GitLab address "https://-": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "https://..." }',
    '1:16  gitlab.url  Cannot use GitLab address "https://...": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: "https://gitlab..com" }',
    '1:16  gitlab.url  Cannot use GitLab address "https://gitlab..com": expected http or https and a host, such as "https://gitlab.example.com"',
  ),
  file('gitlab: { url: "a\u0000b" }', '1:18  Cannot read this character: expected UTF-8'),
  file(
    'gitlab: { url: https://gitlab.example.com/api/v4 }',
    '1:16  gitlab.url  Cannot use GitLab address "https://gitlab.example.com/api/v4": expected that of GitLab itself, not of a page or project, such as "https://gitlab.example.com"',
  ),
  file(
    'gitlab: { url: https://gitlab.com/group/project }',
    '1:16  gitlab.url  Cannot use GitLab address "https://gitlab.com/group/project": expected that of GitLab itself, not of a page or project, such as "https://gitlab.com"',
  ),
  file(
    'gitlab: { url: https://gitlab.example.com/group/project.git }',
    '1:16  gitlab.url  Cannot use GitLab address "https://gitlab.example.com/group/project.git": expected that of GitLab itself, not of a page or project, such as "https://gitlab.example.com"',
  ),
];
