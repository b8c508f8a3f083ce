import { below, type Wrong } from './case';

/** What stands behind the address of a repository that is well. */
const argocd = (keys: string, ...faults: readonly string[]): Wrong =>
  below(`delivery:\n  kind: argocd\n  repoUrl: https://git.example.com/a.git\n  ${keys}`, ...faults);

const REPOSITORY =
  'expected https or ssh, a host and a path, such as "https://gitlab.example.com/team/deploy.git"';
const LOGIN =
  '2:36  delivery.repoUrl  Cannot use a repository address with a password, a token or a query in it: expected host and path, such as "https://gitlab.example.com/team/deploy.git", and the login in a Secret of Argo CD';

export const DELIVERY: readonly Wrong[] = [
  below(
    'delivery: { kind: argocd }',
    '2:11  delivery.repoUrl  Missing: expected text, such as "https://gitlab.example.com/team/deploy.git" (Address of the Git repository that holds the manifests; the only one that the project allows)',
  ),
  ...['x', '"*"', 'https://*/a.git', 'file:///srv/git/a', 'https://git.example.com'].map((url) =>
    below(
      `delivery: { kind: argocd, repoUrl: ${url} }`,
      `2:36  delivery.repoUrl  Cannot use repository address "${url.replaceAll('"', '')}": ${REPOSITORY}`,
    ),
  ),
  ...['https://user:pass@git.example.com/a.git', 'https://glpat-abcdefghijklmnop@git.example.com/a'].map(
    (url) => below(`delivery: { kind: argocd, repoUrl: "${url}" }`, LOGIN),
  ),
  ...['/dist', 'dist/', '.', '../dist', 'a/../b', 'a//b', '""'].map((path) =>
    argocd(
      `path: ${path}`,
      `5:9  delivery.path  Cannot use path "${path.replaceAll('"', '')}": expected a folder of the repository without "/" at either end, such as "deploy/prod"`,
    ),
  ),
  argocd('path: 5', '5:9  delivery.path  Cannot use 5: expected text in quotes, such as "dist"'),
  ...['"*"', '-b', 'a b'].map((revision) =>
    argocd(
      `targetRevision: ${revision}`,
      `5:19  delivery.targetRevision  Cannot use revision "${revision.replaceAll('"', '')}": expected a branch, a tag or a commit, such as "main"; \`HEAD\` is the default branch`,
    ),
  ),
  argocd('ordering: soft', '5:13  delivery.ordering  Cannot use "soft": expected "none" or "gated"'),
  argocd(
    'perRunner: "yes"',
    '5:14  delivery.perRunner  Cannot use "yes": expected true or false; did you mean true?',
  ),
  argocd(
    'argoVersion: "2.13"',
    '5:16  delivery.argoVersion  Cannot use Argo CD version "2.13": expected a minor release in quotes, \'2.14\' or newer',
  ),
  argocd(
    'argoVersion: v3.2.3',
    '5:16  delivery.argoVersion  Cannot use Argo CD version "v3.2.3": expected a minor release in quotes, \'2.14\' or newer',
  ),
  // Each waits for what the other Application brings, and nothing of a later wave comes until it is there.
  argocd(
    'ordering: gated\n  perRunner: true',
    '6:14  delivery.perRunner  Cannot gate Applications that Argo CD syncs each by itself: expected `false`, or `ordering: none`',
  ),
  argocd(
    'project: default',
    '5:12  delivery.project  Cannot use project "default", which others use too: expected one of its own, such as "runner-cache"',
  ),
  argocd(
    `project: ${'a'.repeat(60)}\n  perRunner: true`,
    `5:12  delivery.project  Cannot use this project: "${'a'.repeat(60)}-runner-main" is too long for an Application; expected at most 63 characters`,
  ),
  argocd(
    'namespace: minio',
    '5:14  delivery.namespace  Cannot use namespace "minio" for Argo CD and for the cache: expected the one in which Argo CD runs, such as "argocd"',
  ),
  argocd(
    'finalizer: true',
    '5:3  delivery.finalizer  Unknown key "finalizer"; expected one of "kind", "repoUrl", "path", "targetRevision", "project", "ordering", "perRunner", "namespace", "argoVersion"',
  ),
];
