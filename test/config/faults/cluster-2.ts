import { below, type Wrong } from './case';

export const CLUSTER_2: readonly Wrong[] = [
  below(
    'exceptions: [{ check: single-replicas, object: minio, reason: "" }]',
    '2:23  exceptions[0].check  Cannot find check "single-replicas": expected an id that `runner-cache check --list` tells, such as "image-digest"; did you mean "single-replica"?',
    '2:48  exceptions[0].object  Cannot use object "minio": expected kind, namespace and name, such as "Deployment/minio/minio"',
    '2:63  exceptions[0].reason  Cannot use reason "": expected one line of 2 to 300 characters that says why',
  ),
  below(
    'exceptions: [{ check: job-ttl, object: Job/minio/x }]',
    '2:14  exceptions[0].reason  Missing: expected text, such as "the volume is on one node" (Why it is accepted; stands in the annotations of the object)',
  ),
  below('exceptions: {}', '2:13  exceptions  Cannot use a map: expected a list'),
  below(
    'exceptions: [x]',
    '2:14  exceptions[0]  Cannot use "x": expected a map with "check", "object", "reason"',
  ),
  below(
    'minio: {}',
    '2:1  minio  Unknown key "minio"; expected one of "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  below('docker: true', '2:1  docker  Unknown key "docker"; expected "docker" below "runners[].jobs"'),
  below(
    'cluster: { provider: gke, domian: x }',
    '2:22  cluster.provider  Not built yet: cluster.provider "gke"; use "any"',
    '2:27  cluster.domian  Unknown key "domian"; did you mean "domain"?',
  ),
  below(
    'cluster: ~',
    '2:10  cluster  Cannot use an empty value: expected a map with "kubernetes", "domain", "provider", "apiServerPorts"; or remove the key',
  ),
  below(
    'cluster: { kubernetes: 1 }',
    '2:24  cluster.kubernetes  Cannot use 1: expected text in quotes, such as "1.32"',
  ),
  below(
    'cluster: { kubernetes: latest }',
    '2:24  cluster.kubernetes  Cannot use Kubernetes version "latest": expected a minor release in quotes, \'1.27\' or newer',
  ),
  below(
    'cluster: { domain: 5 }',
    '2:20  cluster.domain  Cannot use 5: expected text in quotes, such as "cluster.local"',
  ),
  below(
    'cluster: { apiServerPorts: [6443, 6443.5] }',
    '2:35  cluster.apiServerPorts[1]  Cannot use 6443.5: expected an integer from 1 to 65535',
  ),
  below(
    'images: { registry: registry.example.com/Mirror }',
    '2:21  images.registry  Cannot use registry "registry.example.com/Mirror": expected a host and perhaps a path, such as "registry.example.com/mirror"',
  ),
  below(
    'images: { registry: 5 }',
    '2:21  images.registry  Cannot use 5: expected text in quotes, such as "registry.example.com/mirror"',
  ),
  below(
    'images: { pullPolicy: true }',
    '2:23  images.pullPolicy  Cannot use true: expected "IfNotPresent" or "Always" or "Never"',
  ),
  below(
    'images: { mirror: x }',
    '2:11  images.mirror  Unknown key "mirror"; expected one of "registry", "pullPolicy"',
  ),
  below(
    'delivery: { kind: plain, repoUrl: x }',
    '2:26  delivery.repoUrl  Unknown key "repoUrl"; only kind "argocd" has it',
  ),
  below(
    'monitoring: { kind: none, namespace: x }',
    '2:27  monitoring.namespace  Unknown key "namespace"; expected only "kind"',
  ),
  below('exceptions: ~', '2:13  exceptions  Cannot use an empty value: expected a list; or remove the key'),
  below(
    'version: 1',
    '2:1  version  Unknown key "version"; expected one of "gitlab", "cache", "store", "credentials", "runners", "images", "cluster", "delivery", "monitoring", "exceptions"',
  ),
  below('runner: [{}]', '2:1  runner  Unknown key "runner"; did you mean "runners"?'),
  below('caches: {}', '2:1  caches  Unknown key "caches"; did you mean "cache"?'),
  below('Gitlab: {}', '2:1  Gitlab  Unknown key "Gitlab"; did you mean "gitlab"?'),
  below(
    'bucket: runner-cache',
    '2:1  bucket  Unknown key "bucket"; expected "bucket" below "cache" or below "runners[].cache"',
  ),
  below(
    'secretkey: abc',
    '2:1  secretkey  Unknown key "secretkey"; expected "secretkey" below "credentials.root"',
  ),
];
