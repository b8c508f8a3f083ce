import { objectName } from '../../manifests/identity';
import type { Manifest } from '../../manifests/manifest';
import { textOf, textsOf } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import { suggestion } from '../../text/closest';
import { quoted } from '../../text/shown';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { makesPodsUnseen } from '../../system/pod-makers';
import { namespacesMeant, podsIn, selected, selectorOfService, type Selector } from '../../system/selector';

/** Services and the pods behind them. */
export const SERVICE_CHECKS: readonly Check[] = [
  {
    id: 'service-selects-nothing',
    severity: 'error',
    rule: 'Each Service finds pods in its own namespace',
    why: 'A Service without pods refuses each connection; a runner then takes every cache for missing, and the jobs stay green.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
    find: (system) =>
      system.view(servicesWithPods).flatMap((one) => (one.pods.length > 0 ? [] : nothing(system, one))),
  },
  {
    id: 'service-selects-job',
    severity: 'warning',
    rule: 'A Service of a server does not select the pods of a Job too',
    why: 'A pod of a Job is ready as soon as it runs, so a part of the connections goes to it and is refused.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
    find: (system) => system.view(servicesWithPods).flatMap(jobsBehind),
  },
  {
    id: 'statefulset-service-not-headless',
    severity: 'warning',
    rule: 'The Service that a StatefulSet names is headless',
    why: 'Only a headless Service gives each pod a DNS name, by which the members of a cluster find each other.',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
    find: (system) => system.ofKind('apps', 'StatefulSet').flatMap((set) => headed(system, set)),
  },
];

export interface ServiceWithPods {
  readonly service: Manifest;
  readonly selector: Selector;
  readonly pods: readonly Workload[];
}

/** Services that select pods: not those that stand for a name, or whose endpoints somebody writes. */
export function servicesWithPods(system: System): readonly ServiceWithPods[] {
  return system.ofKind('', 'Service').flatMap((service) => {
    const selector = selectorOfService(service);
    return selector === undefined || service.at('spec', 'type') === 'ExternalName'
      ? []
      : [{ service, selector, pods: selected(system, service.namespace, selector) }];
  });
}

/** Pods of which no file tells may be meant: those of an operator, or of what is applied from elsewhere. */
function nothing(system: System, { service, selector }: ServiceWithPods): readonly Fault[] {
  const namespaces = namespacesMeant(system, selector);
  const spot = { manifest: service, path: ['spec', 'selector'] };
  if (namespaces.length > 0) {
    return [
      {
        spot,
        message: `No pod in namespace "${service.namespace}" has these labels, only pods in ${quoted(namespaces)}: each connection is refused`,
        remedy: 'bring the Service into the namespace of its pods',
      },
    ];
  }
  const others = podsIn(system, service.namespace);
  const isOpen = service.namespace === 'kube-system' || makesPodsUnseen(system, service.namespace);
  if (isOpen || others.length === 0) return [];
  const near = nearest(service, others);
  const isSure = near !== '' && system.tree.faults.length === 0;
  return [
    {
      spot,
      message: `No pod in these files has these labels${near}: where there is none, each connection is refused`,
      remedy: 'select labels that the template of the pods has',
      ...(isSure ? {} : { severity: 'note' as const }),
    },
  ];
}

/** Of the pods that are nearly meant, or bear the name of the Service. */
function nearest(service: Manifest, others: readonly Workload[]): string {
  const wanted = Object.entries(textsOf(service.at('spec', 'selector')));
  const [best] = others
    .slice(0, MOST_COMPARED)
    .map((workload) => ({
      workload,
      off: wanted.filter(([label, value]) => workload.labels[label] !== value),
    }))
    .filter(
      ({ off, workload: { manifest, labels } }) =>
        manifest.name === service.name ||
        off.every(([label, value]) => suggestion(value, [labels[label] ?? '']) !== ''),
    )
    .sort((a, b) => a.off.length - b.off.length);
  const [label] = best?.off[0] ?? [];
  if (best === undefined || label === undefined) return '';
  const value = best.workload.labels[label];
  return `; ${objectName(best.workload.manifest.identity)} has ${value === undefined ? `no "${label}"` : `"${label}: ${value}"`}`;
}

const MOST_COMPARED = 50;

function jobsBehind({ service, pods }: ServiceWithPods): readonly Fault[] {
  const jobs = pods.filter(({ manifest }) => isOfJob(manifest));
  if (jobs.length === 0 || jobs.length === pods.length) return [];
  const names = jobs.map(({ manifest }) => objectName(manifest.identity)).join(', ');
  return [
    {
      spot: { manifest: service, path: ['spec', 'selector'] },
      message: `Selects the pods of ${names} too: a part of the connections goes to them while they run, and is refused`,
      remedy: 'give the pods of the Job labels of their own',
    },
  ];
}

function isOfJob({ kind }: Manifest): boolean {
  return kind === 'Job' || kind === 'CronJob';
}

function headed(system: System, set: Manifest): readonly Fault[] {
  const name = textOf(set.at('spec', 'serviceName')) ?? '';
  const service = system.tryFind('', 'Service', set.namespace, name);
  const replicas = set.at('spec', 'replicas');
  if (service === undefined || service.at('spec', 'clusterIP') === 'None') return [];
  return [
    {
      spot: { manifest: set, path: ['spec', 'serviceName'] },
      message: `Service "${name}" is not headless: the pods have no DNS names of their own`,
      remedy: `name a Service with "clusterIP: None"`,
      ...(typeof replicas === 'number' && replicas > 1 ? {} : { severity: 'note' as const }),
    },
  ];
}
