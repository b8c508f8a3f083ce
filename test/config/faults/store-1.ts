import { below, type Wrong } from './case';

export const STORE_1: readonly Wrong[] = [
  below(
    'store: minio',
    '2:8  store  Cannot use "minio": expected `{ kind: minio }`; write `{ kind: minio }`',
  ),
  below('store: { kind: s3 }', '2:16  store.kind  Not built yet: store.kind "s3"; use "minio"'),
  below(
    'store: { kind: s3, bucket: x, region: y }',
    '2:16  store.kind  Not built yet: store.kind "s3"; use "minio"',
  ),
  below(
    'store: { kind: Minio }',
    '2:16  store.kind  Cannot use "Minio": expected "minio"; did you mean "minio"?',
  ),
  below('store: { kind: ceph }', '2:16  store.kind  Cannot use "ceph": expected "minio"'),
  below('store: { storge: {} }', '2:10  store.storge  Unknown key "storge"; did you mean "storage"?'),
  below(
    'store: { storage: ephemeral }',
    '2:19  store.storage  Cannot use "ephemeral": expected `{ kind: ephemeral }` or `{ kind: volume }` or `{ kind: memory }`; write `{ kind: ephemeral }`',
  ),
  below(
    'store: { storage: { size: 50Gi } }',
    '2:19  store.storage.kind  Missing: expected "ephemeral" or "volume" or "memory"',
  ),
  below(
    'store: { storage: { kind: volme, size: 50Gi } }',
    '2:27  store.storage.kind  Cannot use "volme": expected "ephemeral" or "volume" or "memory"; did you mean "volume"?',
  ),
  below(
    'store: { storage: { kind: pvc, size: 50Gi } }',
    '2:27  store.storage.kind  Cannot use "pvc": expected "ephemeral" or "volume" or "memory"',
  ),
  below(
    'store: { storage: { kind: volume, size: 50 } }',
    '2:41  store.storage.size  Cannot use 50: expected text in quotes, such as "50Gi"',
  ),
  below(
    'store: { storage: { kind: volume, storageclass: x } }',
    '2:35  store.storage.storageclass  Unknown key "storageclass"; did you mean "storageClass"?',
  ),
  below(
    'store: { storage: { kind: ephemeral, storageClass: x } }',
    '2:38  store.storage.storageClass  Unknown key "storageClass"; only kind "volume" has it',
  ),
  below(
    'store: { storage: { kind: ephemeral, size: 100Mi } }',
    '2:44  store.storage.size  Cannot use a store of 100Mi: expected 256Mi or more',
  ),
  below(
    'store: { storage: { kind: ephemeral, size: 0 } }',
    '2:44  store.storage.size  Cannot use 0: expected text in quotes, such as "20Gi"',
  ),
  below(
    'store: { storage: { kind: ephemeral, size: "0" } }',
    '2:44  store.storage.size  Cannot use a store of 0: expected 256Mi or more',
  ),
  below(
    'store: { storage: { kind: volume, storageClass: "" } }',
    '2:49  store.storage.storageClass  Cannot use name "": expected lowercase letters, digits, hyphens and dots, such as "my-name"',
  ),
  below(
    'store: { namespace: Minio }',
    '2:21  store.namespace  Cannot use name "Minio": expected at most 63 lowercase letters, digits and hyphens, such as "gitlab-runner"',
  ),
  below(
    'store: { namespace: kube-system }',
    '2:21  store.namespace  Cannot use namespace "kube-system": expected one that is not the cluster\'s own, such as "gitlab-runner"',
  ),
  below(
    'store: { namespace: gitlab-runner }',
    '2:21  store.namespace  Cannot use namespace "gitlab-runner" twice: expected one of its own for MinIO, for each runner and for its jobs',
  ),
  below(
    'store: { namespace: default }',
    '2:21  store.namespace  Cannot use namespace "default": expected one that is not the cluster\'s own, such as "gitlab-runner"',
  ),
  below(
    'store: { region: -east }',
    '2:18  store.region  Cannot use region "-east": expected a lowercase letter, then letters, digits and hyphens, such as "us-east-1"',
  ),
  below(
    'store: { region: a }',
    '2:18  store.region  Cannot use region "a": expected a lowercase letter, then letters, digits and hyphens, such as "us-east-1"',
  ),
  below(
    'store: { region: US_EAST }',
    '2:18  store.region  Cannot use region "US_EAST": expected a lowercase letter, then letters, digits and hyphens, such as "us-east-1"',
  ),
  below(
    'store: { region: "" }',
    '2:18  store.region  Cannot use region "": expected a lowercase letter, then letters, digits and hyphens, such as "us-east-1"',
  ),
  below('store: { nodes: 4 }', '2:17  store.nodes  Not built yet: store.nodes 4; use 1'),
  below('store: { nodes: 0 }', '2:17  store.nodes  Cannot use 0: expected 1'),
  below('store: { nodes: "1" }', '2:17  store.nodes  Cannot use "1": expected 1; remove the quotes'),
  below(
    'store: { tls: none }',
    '2:15  store.tls  Cannot use "none": expected `{ kind: none }`; write `{ kind: none }`',
  ),
];
