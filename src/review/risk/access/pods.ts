import type { Manifest } from '../../../manifests/manifest';
import { at, listOf, mapOf, textOf } from '../../../manifests/value';
import { workloadOf, type Container, type Workload } from '../../../manifests/workload';
import type { Change } from '../../change';
import type { Judgement, Risk } from '../risk';

/** What pods may do on their node, and to the API. */
export const PODS: readonly Risk[] = [
  {
    id: 'pod-privileges',
    class: 'ACCESS',
    change: 'pods get more power over their node, or an account of the API',
    why: 'Who breaks into such a pod has what it may do.',
    source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    judge: (change) => gained(change, powersOf, 'its pods may do more'),
  },
  {
    id: 'pod-security-lowered',
    class: 'ACCESS',
    change: 'a namespace enforces a lower Pod Security level',
    why: 'From then on it takes pods that it refused before.',
    source: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
    *judge({ is, base, head }) {
      if (is !== 'changed' || head.kind !== 'Namespace') return;
      const [old, next] = [levelOf(base), levelOf(head)];
      if (LEVELS.indexOf(next) < LEVELS.indexOf(old))
        yield { message: `the namespace enforces "${next}", no longer "${old}"` };
    },
  },
];

/** Tells what the head has of a set and the base has not. What is new altogether has it all. */
export function* gained(
  { base, head }: Change,
  setOf: (manifest: Manifest) => ReadonlySet<string>,
  message: string,
): Generator<Judgement> {
  if (head === undefined) return;
  const old = base === undefined ? new Set<string>() : setOf(base);
  const fresh = [...setOf(head)].filter((power) => !old.has(power));
  if (fresh.length > 0) yield { message: `${message}: ${fresh.join(', ')}` };
}

const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];

/** A namespace that says nothing takes everything, unless the cluster has a default of its own. */
function levelOf(namespace: Manifest): string {
  return textOf(namespace.at('metadata', 'labels', 'pod-security.kubernetes.io/enforce')) ?? 'privileged';
}

function powersOf(manifest: Manifest): ReadonlySet<string> {
  const workload = workloadOf(manifest);
  if (workload === undefined) return new Set();
  return new Set([
    ...ofPod(workload),
    ...workload.containers.flatMap((container) => [...ofContainer(container)]),
  ]);
}

function* ofPod({ spec }: Workload): Generator<string> {
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) if (spec[field] === true) yield field;
  for (const volume of listOf(spec.volumes)) {
    const path = textOf(at(volume, 'hostPath', 'path'));
    if (path !== undefined) yield `hostPath "${path}"`;
  }
  if (at(spec.securityContext, 'runAsUser') === 0) yield 'uid 0';
  if (spec.automountServiceAccountToken === true) yield "its account's token";
}

function* ofContainer({ name, value }: Container): Generator<string> {
  const context = mapOf(value.securityContext);
  const told = (power: string): string => `${power} in "${name}"`;
  if (context.privileged === true) yield told('privileged');
  if (context.runAsUser === 0) yield told('uid 0');
  if (context.allowPrivilegeEscalation === true) yield told('privilege escalation');
  if (context.procMount === 'Unmasked') yield told('an unmasked /proc');
  for (const capability of listOf(at(context, 'capabilities', 'add')))
    if (typeof capability === 'string') yield told(`capability ${capability}`);
}
