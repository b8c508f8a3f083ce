import { below, type Wrong } from './case';

export const CLUSTER_1: readonly Wrong[] = [
  below(
    'images: { registry: https://registry.example.com }',
    '2:21  images.registry  Cannot use registry "https://registry.example.com": expected a host and perhaps a path, such as "registry.example.com/mirror"',
  ),
  below(
    'images: { registry: registry.example.com/ }',
    '2:21  images.registry  Cannot use registry "registry.example.com/": expected a host and perhaps a path, such as "registry.example.com/mirror"',
  ),
  below(
    'images: { registry: null }',
    '2:21  images.registry  Cannot use an empty value: expected text, such as "registry.example.com/mirror"; or remove the key',
  ),
  below(
    'images: { pullPolicy: ifNotPresent }',
    '2:23  images.pullPolicy  Cannot use "ifNotPresent": expected "IfNotPresent" or "Always" or "Never"; did you mean "IfNotPresent"?',
  ),
  below(
    'images: { pullPolicy: Sometimes }',
    '2:23  images.pullPolicy  Cannot use "Sometimes": expected "IfNotPresent" or "Always" or "Never"',
  ),
  below(
    'images: registry.example.com',
    '2:9  images  Cannot use "registry.example.com": expected a map with "registry", "pullPolicy"',
  ),
  below(
    'cluster: { kubernetes: 1.30 }',
    '2:24  cluster.kubernetes  Cannot use 1.3: expected text in quotes, such as "1.32"',
  ),
  below(
    'cluster: { kubernetes: 1.32 }',
    '2:24  cluster.kubernetes  Cannot use 1.32: expected text in quotes, such as "1.32"',
  ),
  below(
    'cluster: { kubernetes: "1.26" }',
    '2:24  cluster.kubernetes  Cannot use Kubernetes version "1.26": expected a minor release in quotes, \'1.27\' or newer',
  ),
  below(
    'cluster: { kubernetes: "1.32.1" }',
    '2:24  cluster.kubernetes  Cannot use Kubernetes version "1.32.1": expected a minor release in quotes, \'1.27\' or newer',
  ),
  below(
    'cluster: { kubernetes: v1.32 }',
    '2:24  cluster.kubernetes  Cannot use Kubernetes version "v1.32": expected a minor release in quotes, \'1.27\' or newer',
  ),
  below(
    'cluster: { domain: cluster_local }',
    '2:20  cluster.domain  Cannot use name "cluster_local": expected lowercase letters, digits, hyphens and dots, such as "my-name"',
  ),
  below(
    'cluster: { domain: .cluster.local }',
    '2:20  cluster.domain  Cannot use name ".cluster.local": expected lowercase letters, digits, hyphens and dots, such as "my-name"',
  ),
  below(
    'cluster: { provider: gke }',
    '2:22  cluster.provider  Not built yet: cluster.provider "gke"; use "any"',
  ),
  below('cluster: { provider: openshift }', '2:22  cluster.provider  Cannot use "openshift": expected "any"'),
  below(
    'cluster: { apiServerPorts: 6443 }',
    '2:28  cluster.apiServerPorts  Cannot use 6443: expected a list of one or more items, each behind "- "',
  ),
  below(
    'cluster: { apiServerPorts: [] }',
    '2:28  cluster.apiServerPorts  Cannot use an empty list: expected a list of one or more items, each behind "- "',
  ),
  below(
    'cluster: { apiServerPorts: [0, "443", 70000] }',
    '2:29  cluster.apiServerPorts[0]  Cannot use 0: expected an integer from 1 to 65535',
    '2:32  cluster.apiServerPorts[1]  Cannot use "443": expected an integer from 1 to 65535; remove the quotes',
    '2:39  cluster.apiServerPorts[2]  Cannot use 70000: expected an integer from 1 to 65535',
  ),
  below(
    'cluster: { k8s: "1.32" }',
    '2:12  cluster.k8s  Unknown key "k8s"; expected one of "kubernetes", "domain", "provider", "apiServerPorts"',
  ),
  below(
    'delivery: argocd',
    '2:11  delivery  Cannot use "argocd": expected `{ kind: plain }` or `{ kind: argocd }`; write `{ kind: argocd }`',
  ),
  below('delivery: { kind: helm }', '2:19  delivery.kind  Cannot use "helm": expected "plain" or "argocd"'),
  below('delivery: {}', '2:11  delivery.kind  Missing: expected "plain" or "argocd"'),
  below(
    'monitoring: { kind: prometheusOperator, namespace: x }',
    '2:21  monitoring.kind  Not built yet: monitoring.kind "prometheusOperator"; use "none"',
  ),
  below('monitoring: true', '2:13  monitoring  Cannot use true: expected `{ kind: none }`'),
];
