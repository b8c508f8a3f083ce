import { file, type Wrong } from './case';

export const SEVERAL: readonly Wrong[] = [
  file(
    `gitlab: { url: https://gitlab.example.com }
cache: { bucket: My_Cache, expireAfterDays: 0 }
store: { storge: {}, namespace: X }
runners:
  - name: A
    concurrent: none
    token: { kind: sealed, scope: any }
clustr: {}`,
    '2:18  cache.bucket  Cannot use bucket name "My_Cache": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
    '2:45  cache.expireAfterDays  Cannot use 0: expected "never" or an integer from 1 to 3650',
    '3:10  store.storge  Unknown key "storge"; did you mean "storage"?',
    '3:33  store.namespace  Cannot use name "X": expected at most 63 lowercase letters, digits and hyphens, such as "gitlab-runner"',
    '5:11  runners[0].name  Cannot use name "A": expected at most 63 lowercase letters, digits and hyphens, such as "gitlab-runner"',
    '6:17  runners[0].concurrent  Cannot use "none": expected an integer from 1 to 10000',
    '7:35  runners[0].token.scope  Cannot use this text: expected "strict" or "namespace-wide" or "cluster-wide"',
    '8:1  clustr  Unknown key "clustr"; did you mean "cluster"?',
  ),
  file(
    `gitlab: { url: gitlab.example.com }
store: { kind: s3, bucket: x }
credentials: { kind: sealed, scope: any }
delivery: argocd`,
    '1:16  gitlab.url  Cannot use GitLab address "gitlab.example.com": expected http or https and a host, such as "https://gitlab.example.com"',
    '2:16  store.kind  Not built yet: store.kind "s3"; use "minio"',
    '3:37  credentials.scope  Cannot use this text: expected "strict" or "namespace-wide" or "cluster-wide"',
    '4:11  delivery  Cannot use "argocd": expected `{ kind: plain }` or `{ kind: argocd }`; write `{ kind: argocd }`',
  ),
  file(
    `runners:
  - name: b
    namespace: minio
    image: { tag: alpine-v17.0.0 }
    settings: { environment: [CACHE_COMPRESSION_LEVEL=best] }
cache: { maxArchive: 11Gi, verify: off }
gitlab: { url: https://gitlab.example.com }`,
    '3:16  runners[0].namespace  Cannot use namespace "minio" twice: expected one of its own for MinIO, for each runner and for its jobs',
    '4:12  runners[0].image  Cannot use runner 17.0.0: expected 18.11.2 or newer',
    '5:30  runners[0].settings.environment  Unknown CACHE_COMPRESSION_LEVEL, which the runner takes as default: expected "fastest", "fast", "default", "slow", "slowest"',
    '6:22  cache.maxArchive  Cannot take archives of 11Gi into a store of 20Gi: expected half of the store or less',
  ),
  file(
    `store: { image: upstream, storage: { kind: volume, size: 1Gi } }
cache: { maxArchive: 1Gi }
gitlab: { url: https://gitlab.example.com }`,
    '2:22  cache.maxArchive  Cannot take archives of 1Gi into a store of 1Gi: expected half of the store or less',
  ),
];
