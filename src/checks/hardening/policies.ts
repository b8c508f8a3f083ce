import { isList } from '../../manifests/value';
import type { Manifest } from '../../manifests/manifest';
import type { Workload } from '../../manifests/workload';
import type { Check } from '../check';
import { isEmptySelector } from '../../network/selector';
import type { System } from '../../system/system';
import { each, eachPod } from './row';
import { selected, selectorOf } from '../../system/selector';

const SOURCE = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';

/** Whether somebody has said who may talk to whom. */
export const POLICIES: readonly Check[] = [
  eachPod({
    id: 'no-ingress-policy',
    severity: 'note',
    rule: 'A NetworkPolicy says who may connect to each pod',
    why: 'Without one every pod of the cluster may, also one of a stranger’s job.',
    source: SOURCE,
    breaks: (workload, system) =>
      isCovered(workload, 'Ingress', system)
        ? undefined
        : {
            field: [],
            message: 'Every pod of the cluster may connect to these pods',
            remedy: 'add a NetworkPolicy with "Ingress" in "policyTypes" that selects them',
          },
  }),
  eachPod({
    id: 'no-egress-policy',
    severity: 'note',
    rule: 'A NetworkPolicy says where each pod may connect to',
    why: 'Without one, who breaks in reaches every pod, the node’s metadata and the internet.',
    source: SOURCE,
    breaks: (workload, system) =>
      isCovered(workload, 'Egress', system)
        ? undefined
        : {
            field: [],
            message: 'These pods may connect to everything',
            remedy: 'add a NetworkPolicy with "Egress" in "policyTypes" that selects them',
          },
  }),
  each(['networking.k8s.io/NetworkPolicy'], {
    id: 'policy-types-unsaid',
    severity: 'note',
    rule: 'A NetworkPolicy says which directions it is about',
    why: 'Unsaid, it is about "Ingress", and about "Egress" only while it has a rule for it: whoever removes the last rule opens everything.',
    source: SOURCE,
    breaks: (policy) =>
      isList(policy.at('spec', 'policyTypes'))
        ? undefined
        : {
            field: ['spec', 'policyTypes'],
            message: 'What this policy is about changes with its rules',
            remedy: 'write out "policyTypes"',
          },
  }),
];

type Direction = 'Ingress' | 'Egress';

interface Covered {
  /** By a policy without a condition. */
  readonly namespaces: ReadonlySet<string>;
  readonly workloads: ReadonlySet<Workload>;
}

/** Pods of the host's network are none of a policy's, and a PodTemplate makes none. */
function isCovered(workload: Workload, direction: Direction, system: System): boolean {
  const { namespaces, workloads } = system.view(direction === 'Ingress' ? ingress : egress);
  return (
    workload.spec.hostNetwork === true ||
    workload.manifest.kind === 'PodTemplate' ||
    namespaces.has(workload.manifest.namespace) ||
    workloads.has(workload)
  );
}

const ingress = (system: System): Covered => covered(system, 'Ingress');
const egress = (system: System): Covered => covered(system, 'Egress');

function covered(system: System, direction: Direction): Covered {
  const policies = system
    .ofKind('networking.k8s.io', 'NetworkPolicy')
    .filter((policy) => typesOf(policy).includes(direction))
    .map((policy) => ({
      namespace: policy.namespace,
      selector: policy.at('spec', 'podSelector'),
    }));
  const whole = policies.filter(({ selector }) => isEmptySelector(selector));
  const some = policies.filter(({ selector }) => !isEmptySelector(selector));
  return {
    namespaces: new Set(whole.map(({ namespace }) => namespace)),
    workloads: new Set(
      some.flatMap(({ namespace, selector }) => selected(system, namespace, selectorOf(selector))),
    ),
  };
}

function typesOf(policy: Manifest): readonly unknown[] {
  const types = policy.at('spec', 'policyTypes');
  if (isList(types)) return types;
  return policy.at('spec', 'egress') === undefined ? ['Ingress'] : ['Ingress', 'Egress'];
}
