import { below, type Wrong } from './case';

export const RUNNERS_1: readonly Wrong[] = [
  below(
    'runners: { main: { concurrent: 5 } }',
    '2:10  runners  Cannot use a map: expected a list of 1 to 500 items, each behind "- "',
  ),
  below(
    'runners: []',
    '2:10  runners  Cannot use an empty list: expected a list of 1 to 500 items, each behind "- "',
  ),
  below(
    'runners: main',
    '2:10  runners  Cannot use "main": expected a list of 1 to 500 items, each behind "- "',
  ),
  below(
    `runners:
  name: main`,
    '3:3  runners  Cannot use a map: expected a list of 1 to 500 items, each behind "- "',
  ),
  below(
    'runners: [main]',
    '2:11  runners[0]  Cannot use "main": expected a map with "name", "namespace", "token", "concurrent", "image", "jobs", "cache", "settings"',
  ),
  below(
    'runners: [{ name: Main }]',
    '2:19  runners[0].name  Cannot use name "Main": expected at most 63 lowercase letters, digits and hyphens, such as "gitlab-runner"',
  ),
  below(
    'runners: [{ name: a, namespce: b }]',
    '2:22  runners[0].namespce  Unknown key "namespce"; did you mean "namespace"?',
  ),
  below(
    'runners: [{ name: a }, { name: a }]',
    '2:19  runners[0].name  Cannot use runner name "a" twice: expected a name of its own for each runner',
    '2:32  runners[1].name  Cannot use runner name "a" twice: expected a name of its own for each runner',
  ),
  below(
    'runners: [{}, {}]',
    '2:11  runners[0].name  Cannot use runner name "main" twice: expected a name of its own for each runner',
    '2:15  runners[1].name  Cannot use runner name "main" twice: expected a name of its own for each runner',
  ),
  below(
    'runners: [{ name: aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde }]',
    '2:19  runners[0].name  Cannot use runner name "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde": expected at most 40 characters',
  ),
  below(
    'runners: [{ name: aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeaaaaaaaaaabbbbbbbbbbccccccccccdddddddddde }]',
    '2:19  runners[0].name  Cannot use name "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeaaaaaaaaaabbbbbbbbbbccccccccccdddd…": expected at most 63 lowercase letters, digits and hyphens, such as "gitlab-runner"',
  ),
  below(
    'runners: [{ name: a, namespace: x }, { name: b, namespace: x }]',
    '2:33  runners[0].namespace  Cannot use namespace "x" twice: expected one of its own for MinIO, for each runner and for its jobs',
    '2:60  runners[1].namespace  Cannot use namespace "x" twice: expected one of its own for MinIO, for each runner and for its jobs',
  ),
  below(
    'runners: [{ namespace: default }]',
    '2:24  runners[0].namespace  Cannot use namespace "default": expected one that is not the cluster\'s own, such as "gitlab-runner"',
  ),
  below(
    'runners: [{ jobs: { namespace: kube-public } }]',
    '2:32  runners[0].jobs.namespace  Cannot use namespace "kube-public": expected one that is not the cluster\'s own, such as "gitlab-runner"',
  ),
  below(
    'runners: [{ namespace: x, jobs: { namespace: x } }]',
    '2:24  runners[0].namespace  Cannot use namespace "x" twice: expected one of its own for MinIO, for each runner and for its jobs',
    '2:46  runners[0].jobs.namespace  Cannot use namespace "x" twice: expected one of its own for MinIO, for each runner and for its jobs',
  ),
  below(
    'runners: [{ namespace: minio }]',
    '2:24  runners[0].namespace  Cannot use namespace "minio" twice: expected one of its own for MinIO, for each runner and for its jobs',
  ),
  below(
    'runners: [{ concurrent: 0 }]',
    '2:25  runners[0].concurrent  Cannot use 0: expected an integer from 1 to 10000',
  ),
  below(
    'runners: [{ concurrent: "10" }]',
    '2:25  runners[0].concurrent  Cannot use "10": expected an integer from 1 to 10000; remove the quotes',
  ),
  below(
    'runners: [{ concurrent: 1.5 }]',
    '2:25  runners[0].concurrent  Cannot use 1.5: expected an integer from 1 to 10000',
  ),
  below(
    'runners: [{ concurrent: 99999 }]',
    '2:25  runners[0].concurrent  Cannot use 99999: expected an integer from 1 to 10000',
  ),
  below(
    'runners: [{ jobs: { docker: yes } }]',
    '2:29  runners[0].jobs.docker  Cannot use "yes": expected true or false; did you mean true?',
  ),
  below(
    'runners: [{ jobs: { docker: dind } }]',
    '2:29  runners[0].jobs.docker  Cannot use "dind": expected true or false',
  ),
  below(
    'runners: [{ jobs: { privileged: true } }]',
    '2:21  runners[0].jobs.privileged  Unknown key "privileged"; expected one of "namespace", "image", "docker"',
  ),
  below(
    'runners: [{ cache: { bucket: X } }]',
    '2:30  runners[0].cache.bucket  Cannot use bucket name "X": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
  below(
    'runners: [{ cache: { expireAfterDays: 3 } }]',
    '2:22  runners[0].cache.expireAfterDays  Unknown key "expireAfterDays"; expected "expireAfterDays" below "cache"',
  ),
  below(
    'runners: [{ name: a, cache: { path: team } }, { name: b, cache: { path: team/b } }]',
    '2:73  runners[1].cache.path  Cannot use path "team/b" inside of "team" of runner "a": expected the same path to share, or one beside it',
  ),
];
