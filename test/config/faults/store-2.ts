import { below, type Wrong } from './case';

export const STORE_2: readonly Wrong[] = [
  below('store: { tls: true }', '2:15  store.tls  Cannot use true: expected `{ kind: none }`'),
  below(
    'store: { tls: { kind: certManager, issuer: {} } }',
    '2:23  store.tls.kind  Not built yet: store.tls.kind "certManager"; use "none"',
  ),
  below(
    'store: { tls: { kind: secret, name: x } }',
    '2:23  store.tls.kind  Not built yet: store.tls.kind "secret"; use "none"',
  ),
  below(
    'store: { tls: { kind: nonne } }',
    '2:23  store.tls.kind  Cannot use "nonne": expected "none"; did you mean "none"?',
  ),
  below(
    'store: { tls: {} }',
    '2:15  store.tls.kind  Missing: expected "none" (Plain HTTP inside of the cluster)',
  ),
  below(
    'store: { exposure: { kind: ingress, host: x, className: y } }',
    '2:28  store.exposure.kind  Not built yet: store.exposure.kind "ingress"; use "internal"',
  ),
  below(
    'store: { exposure: { kind: httpRoute, host: x, gateway: y } }',
    '2:28  store.exposure.kind  Not built yet: store.exposure.kind "httpRoute"; use "internal"',
  ),
  below(
    'store: { exposure: { kind: internal, host: x } }',
    '2:38  store.exposure.host  Unknown key "host"; expected only "kind"',
  ),
  below('store:', '2:7  store  Cannot use an empty value: expected `{ kind: minio }`; or remove the key'),
  below(
    'store: { size: 50Gi }',
    '2:10  store.size  Unknown key "size"; expected "size" below "store.storage"',
  ),
  below(
    'store: { namespace: 00-namespaces }',
    '2:21  store.namespace  Cannot use namespace "00-namespaces": expected one that is not the cluster\'s own, such as "gitlab-runner"',
  ),
  below(
    'store: { nodes: 4, storge: 1 }',
    '2:17  store.nodes  Not built yet: store.nodes 4; use 1',
    '2:20  store.storge  Unknown key "storge"; did you mean "storage"?',
  ),
  below(
    'store: { storage: { kind: ephemeral, size: 10E } }',
    '2:44  store.storage.size  Cannot use size "10E": expected an integer with a unit, such as "20Gi" or "500Mi"',
  ),
  below(
    'store: { storage: { kind: ephemeral, size: 99999999Pi } }',
    '2:44  store.storage.size  Cannot use size "99999999Pi": expected an integer with a unit, such as "20Gi" or "500Mi"',
  ),
  below(
    'store: { storage: { kind: ephemeral, size: 255Mi } }',
    '2:44  store.storage.size  Cannot use a store of 255Mi: expected 256Mi or more',
  ),
  below(
    'store: { storage: { kind: memory, size: 4GB } }',
    '2:41  store.storage.size  Cannot use size "4GB": expected an integer with a unit, such as "20Gi" or "500Mi"',
  ),
  below(
    'store: { storage: 20Gi }',
    '2:19  store.storage  Cannot use "20Gi": expected `{ kind: ephemeral }` or `{ kind: volume }` or `{ kind: memory }`',
  ),
  below(
    'store: { storage: [ephemeral] }',
    '2:19  store.storage  Cannot use a list: expected `{ kind: ephemeral }` or `{ kind: volume }` or `{ kind: memory }`',
  ),
  below(
    'store: { namespace: minio.store }',
    '2:21  store.namespace  Cannot use name "minio.store": expected at most 63 lowercase letters, digits and hyphens, such as "gitlab-runner"',
  ),
  below(
    'store: { region: 5 }',
    '2:18  store.region  Cannot use 5: expected text in quotes, such as "us-east-1"',
  ),
  below('store: { nodes: 1.5 }', '2:17  store.nodes  Cannot use 1.5: expected 1'),
  below('store: { tls: { kind: tls } }', '2:23  store.tls.kind  Cannot use "tls": expected "none"'),
  below(
    'store: { exposure: internal }',
    '2:20  store.exposure  Cannot use "internal": expected `{ kind: internal }`; write `{ kind: internal }`',
  ),
  below(
    'store: { exposure: { kind: loadBalancer } }',
    '2:28  store.exposure.kind  Cannot use "loadBalancer": expected "internal"',
  ),
  below(
    'store: { storage: { kind: volume, size: 50Gi, storageClass: Standard } }',
    '2:61  store.storage.storageClass  Cannot use name "Standard": expected lowercase letters, digits, hyphens and dots, such as "my-name"',
  ),
  below(
    'store: { port: 9000 }',
    '2:10  store.port  Unknown key "port"; expected one of "kind", "namespace", "storage", "region", "image", "nodes", "tls", "exposure"',
  ),
];
