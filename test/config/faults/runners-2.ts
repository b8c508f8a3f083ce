import { below, type Wrong } from './case';

export const RUNNERS_2: readonly Wrong[] = [
  below(
    `cache: { path: team/b }
runners: [{ name: a, cache: { path: team } }, { name: b }]`,
    '3:47  runners[1].cache.path  Cannot use path "team/b" inside of "team" of runner "a": expected the same path to share, or one beside it',
  ),
  below(
    'runners: [{ docker: true }]',
    '2:13  runners[0].docker  Unknown key "docker"; expected "docker" below "runners[].jobs"',
  ),
  below(
    'runners: [{ storage: x }]',
    '2:13  runners[0].storage  Unknown key "storage"; expected "storage" below "store"',
  ),
  below(
    'runners: [{ namespace: 00-namespaces }]',
    '2:24  runners[0].namespace  Cannot use namespace "00-namespaces": expected one that is not the cluster\'s own, such as "gitlab-runner"',
  ),
  below(
    'runners: [{ name: a, namespace: gitlab-jobs-b }, { name: b }]',
    '2:33  runners[0].namespace  Cannot use namespace "gitlab-jobs-b" twice: expected one of its own for MinIO, for each runner and for its jobs',
  ),
  below(
    'runners:',
    '2:9  runners  Cannot use an empty value: expected a list of 1 to 500 items, each behind "- "; or remove the key',
  ),
  below(
    'runners: [~]',
    '2:11  runners[0]  Cannot use an empty value: expected a map with "name", "namespace", "token", "concurrent", "image", "jobs", "cache", "settings"',
  ),
  below(
    'runners: [[{}]]',
    '2:11  runners[0]  Cannot use a list: expected a map with "name", "namespace", "token", "concurrent", "image", "jobs", "cache", "settings"',
  ),
  below(
    'runners: [{ name: 5 }]',
    '2:19  runners[0].name  Cannot use 5: expected text in quotes, such as "main"',
  ),
  below(
    'runners: [{ name: "" }]',
    '2:19  runners[0].name  Cannot use name "": expected at most 63 lowercase letters, digits and hyphens, such as "gitlab-runner"',
  ),
  below(
    'runners: [{ namespace: GitLab }]',
    '2:24  runners[0].namespace  Cannot use name "GitLab": expected at most 63 lowercase letters, digits and hyphens, such as "gitlab-runner"',
  ),
  below(
    'runners: [{ concurrent: ten }]',
    '2:25  runners[0].concurrent  Cannot use "ten": expected an integer from 1 to 10000',
  ),
  below(
    'runners: [{ concurrent: -1 }]',
    '2:25  runners[0].concurrent  Cannot use -1: expected an integer from 1 to 10000',
  ),
  below(
    'runners: [{ jobs: docker }]',
    '2:19  runners[0].jobs  Cannot use "docker": expected a map with "namespace", "image", "docker"',
  ),
  below(
    'runners: [{ jobs: { namespace: gitlab-runner } }]',
    '2:32  runners[0].jobs.namespace  Cannot use namespace "gitlab-runner" twice: expected one of its own for MinIO, for each runner and for its jobs',
  ),
  below(
    'runners: [{ jobs: { dcoker: true } }]',
    '2:21  runners[0].jobs.dcoker  Unknown key "dcoker"; did you mean "docker"?',
  ),
  below(
    'runners: [{ jobs: { docker: "false" } }]',
    '2:29  runners[0].jobs.docker  Cannot use "false": expected true or false; remove the quotes',
  ),
  below(
    'runners: [{ cache: { path: /x } }]',
    '2:28  runners[0].cache.path  Cannot use cache path "/x": expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"',
  ),
  below(
    'runners: [{ cache: { shared: no } }]',
    '2:30  runners[0].cache.shared  Cannot use "no": expected true or false; did you mean false?',
  ),
  below(
    'runners: [{ cache: [] }]',
    '2:20  runners[0].cache  Cannot use an empty list: expected a map with "bucket", "path", "shared"',
  ),
  below(
    'runners: [{ tags: [docker] }]',
    '2:13  runners[0].tags  Unknown key "tags"; expected one of "name", "namespace", "token", "concurrent", "image", "jobs", "cache", "settings"',
  ),
  below(
    'runners: [{ executor: docker }]',
    '2:13  runners[0].executor  Unknown key "executor"; it is always "kubernetes"',
  ),
  below(
    `runners:
  - name: a
    name: b`,
    '4:5  runners[0].name  Cannot use key "name" twice in one map: keep one of them',
  ),
  below(
    `runners:
  - name: a
  name: b`,
    '4:1  Cannot read this indentation: expected the keys of one map, and the items of one list, in one column',
  ),
  below(
    `runners:
- name: a
  concurrent:5`,
    '4:3  Missing ":" after this key: expected "key: value"',
  ),
];
