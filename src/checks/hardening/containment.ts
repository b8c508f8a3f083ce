import { POD_SECURITY_SOURCE } from '../../facts/pod-security';
import type { Rule } from '../../findings/rule';
import type { Check, Fault } from '../check';
import { unaskedOf, type Unasked } from './unasked';

/** What Pod Security could ask of a pod, where no label of its namespace does. */
interface Question extends Rule {
  /** Ids of the rules of Pod Security. */
  readonly rules: readonly string[];
  /** What follows the breach. */
  readonly means: string;
}

const ONTO_NODE = 'whoever breaks in there is on the node';

const QUESTIONS: readonly Question[] = [
  {
    id: 'privilege-escalation',
    severity: 'warning',
    rule: 'No container gains rights by set-user-ID programs',
    why: 'A program of the image that belongs to root, such as "su" or "mount", makes root of any user.',
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    rules: ['allowPrivilegeEscalation'],
    means: 'a program of root makes root of its user',
  },
  {
    id: 'root-allowed',
    severity: 'warning',
    rule: 'The kubelet refuses to start a container as root',
    why: 'Root of a container is root of its node wherever a kernel or a mount has a hole.',
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    rules: ['runAsNonRoot', 'runAsUser'],
    means: 'one hole in the kernel or in a mount, and it is root of the node',
  },
  {
    id: 'capabilities-kept',
    severity: 'note',
    rule: 'Containers drop all capabilities',
    why: 'The runtime gives fourteen to root, among them raw sockets, by which a pod can pose as another one.',
    source: POD_SECURITY_SOURCE,
    rules: ['capabilities_baseline', 'capabilities_restricted'],
    means: 'hardly any program needs one',
  },
  {
    id: 'seccomp-unsaid',
    severity: 'note',
    rule: 'Each container has the seccomp profile of its runtime',
    why: 'Unless the kubelet says otherwise, every system call is allowed, also those by which containers were left.',
    source: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
    rules: ['seccompProfile_baseline', 'seccompProfile_restricted'],
    means: 'every system call is allowed there',
  },
  {
    id: 'privileged-container',
    severity: 'note',
    rule: 'No container is privileged, also where its namespace allows it',
    why: 'A privileged container has all devices of its node, and is root there.',
    source: POD_SECURITY_SOURCE,
    rules: ['privileged'],
    means: ONTO_NODE,
  },
  {
    id: 'host-namespaces',
    severity: 'note',
    rule: 'No pod shares a namespace of its node, also where its own namespace allows it',
    why: 'It sees the processes or the connections of all pods of the node, and no NetworkPolicy holds for it.',
    source: POD_SECURITY_SOURCE,
    rules: ['hostNamespaces'],
    means: 'it sees what belongs to other pods',
  },
  {
    id: 'host-path',
    severity: 'note',
    rule: 'No pod mounts a folder of its node, also where its namespace allows it',
    why: 'What a pod can write there, the node may run; what it can read there may be the keys of others.',
    source: POD_SECURITY_SOURCE,
    rules: ['hostPathVolumes'],
    means: 'what lies there belongs to the node and all of its pods',
  },
  {
    id: 'node-port-taken',
    severity: 'note',
    rule: 'No container takes a port of its node, also where its namespace allows it',
    why: 'It is reached past every Service and policy, and two such pods never share a node.',
    source: POD_SECURITY_SOURCE,
    rules: ['hostPorts'],
    means: 'it is reached past every Service',
  },
];

/** What scanners ask of every pod whatever its namespace says: once for each pod, and not where Pod Security tells it. */
export const CONTAINMENT: readonly Check[] = QUESTIONS.map(({ rules, means, ...rule }) => ({
  ...rule,
  find: (system) => system.view(unaskedOf).flatMap((unasked) => faultsOf(unasked, rules, means)),
}));

/** A label that is there says what somebody decided, so what lies beyond it is a note. */
function faultsOf(
  { pod, isDecided, breaches }: Unasked,
  rules: readonly string[],
  means: string,
): readonly Fault[] {
  const [first, ...others] = breaches.filter(({ rule }) => rules.includes(rule.id));
  if (first === undefined) return [];
  const { path, part, what, remedy } = first;
  const more = others.length === 0 ? '' : `, and ${String(others.length)} more like it`;
  return [
    {
      spot: { manifest: pod.manifest, path, ...(part && { part }) },
      message: `${what.charAt(0).toUpperCase()}${what.slice(1)}${more}: ${means}`,
      remedy: others.length === 0 ? remedy : `${remedy}, and so for the others`,
      ...(isDecided ? { severity: 'note' as const } : {}),
    },
  ];
}
