import { listOf, textsOf } from '../../manifests/value';
import type { Manifest } from '../../manifests/manifest';
import type { Check } from '../check';
import { each } from './row';

/** What is reached from outside of the cluster. */
export const SERVICES: readonly Check[] = [
  each(['/Service'], {
    id: 'node-port',
    severity: 'note',
    rule: 'Services open no port on every node',
    why: 'Whoever reaches a node reaches the Service, past every Ingress and its rules.',
    source: 'kube-score, README_CHECKS.md, service-type',
    breaks: (service) =>
      service.at('spec', 'type') !== 'NodePort'
        ? undefined
        : {
            field: ['spec', 'type'],
            message: 'Every node of the cluster opens a port for this Service',
            remedy: 'use "ClusterIP", and an Ingress for what is asked from outside',
          },
  }),
  each(['/Service'], {
    id: 'load-balancer',
    severity: 'note',
    rule: 'A Service for all the world says from where it is reached',
    why: 'Most clouds give a load balancer an address of the internet unless told otherwise.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
    breaks: (service) =>
      service.at('spec', 'type') !== 'LoadBalancer' || isNarrow(service)
        ? undefined
        : {
            field: ['spec', 'type'],
            message: 'Whoever reaches the load balancer reaches these pods, which may be the whole internet',
            remedy:
              'use "ClusterIP", name who may come in "loadBalancerSourceRanges", or add the annotation by which your cloud keeps it internal',
          },
  }),
  each(['/Service'], {
    id: 'external-ips',
    severity: 'warning',
    rule: 'Services claim no addresses of others',
    why: 'Traffic of the cluster to these addresses goes to the pods of the Service, whoever owns them.',
    source: 'CVE-2020-8554; https://github.com/kubernetes/kubernetes/issues/97076',
    breaks: (service) =>
      listOf(service.at('spec', 'externalIPs')).length === 0
        ? undefined
        : {
            field: ['spec', 'externalIPs'],
            message: 'Whoever in the cluster connects to these addresses is sent to these pods',
            remedy: 'remove "externalIPs"; use a LoadBalancer for an address from outside',
          },
  }),
  each(['networking.k8s.io/Ingress'], {
    id: 'ingress-without-tls',
    severity: 'warning',
    rule: 'An Ingress has TLS',
    why: 'Keys and archives go over the network in clear.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    breaks: (ingress) =>
      listOf(ingress.at('spec', 'tls')).length > 0
        ? undefined
        : {
            field: ['spec', 'tls'],
            message: 'What passes here can be read on its way',
            remedy: 'add "tls" with the hosts and the Secret of their certificate',
          },
  }),
];

function isNarrow(service: Manifest): boolean {
  const ranges = listOf(service.at('spec', 'loadBalancerSourceRanges'));
  if (ranges.length > 0) return !ranges.some((range) => EVERYWHERE.has(range));
  return Object.entries(textsOf(service.at('metadata', 'annotations'))).some(
    ([name, value]) => LIMITS.test(name) && value !== '' && !OPEN.test(value),
  );
}

const EVERYWHERE = new Set<unknown>(['0.0.0.0/0', '::/0']);

/** Such as `service.beta.kubernetes.io/aws-load-balancer-scheme`, `…-internal`, `networking.gke.io/load-balancer-type`. */
const LIMITS = /internal|-scheme$|load-balancer-type$|source-ranges$|address-type$/i;

const OPEN =
  /^(?:false|external|internet-facing|internet|public|n?lb|nlb-ip|(?:.*,)?0\.0\.0\.0\/0(?:,.*)?)$/i;
