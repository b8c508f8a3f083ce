import { POD_SECURITY_SOURCE } from '../../../facts/pod-security';
import type { Manifest } from '../../../manifests/manifest';
import { textOf } from '../../../manifests/value';
import type { Check, Fault } from '../../check';
import { ENFORCE, policyOf } from './policy';
import { breachesOfSystem, type PodBreach } from './verdict';

/** Pod Security, as the admission plugin of the API server computes it. */
export const POD_SECURITY_CHECKS: readonly Check[] = [
  {
    id: 'pod-security-enforced',
    severity: 'error',
    rule: 'Each pod meets the level that its namespace enforces',
    why: 'The API server refuses each other pod. Of a Deployment or a Job it takes the object and refuses its pods, so that all looks well and nothing runs.',
    source: POD_SECURITY_SOURCE,
    find: (system) =>
      system
        .view(breachesOfSystem)
        .filter(({ mode }) => mode === 'enforce')
        .map((found) =>
          faultOf(
            found,
            `which "${found.standard}" of namespace "${namespaceOf(found)}" forbids: ${refusal(found)}`,
          ),
        ),
  },
  {
    id: 'pod-security-baseline',
    severity: 'warning',
    rule: 'Each pod meets the level "baseline" where its namespace enforces none',
    why: 'What lies outside of the baseline is a known way out of a container and onto its node.',
    source: POD_SECURITY_SOURCE,
    find: (system) =>
      system
        .view(breachesOfSystem)
        .filter(({ mode }) => mode === 'unsaid')
        .map((found) =>
          faultOf(found, 'which the Pod Security level "baseline" forbids as a way onto the node'),
        ),
  },
  {
    id: 'pod-security-announced',
    severity: 'note',
    rule: 'Each pod meets the levels that its namespace audits and warns of',
    why: 'These labels say what is to be enforced one day; then the pod is refused.',
    source: POD_SECURITY_SOURCE,
    find: (system) =>
      system
        .view(breachesOfSystem)
        .filter(({ mode }) => mode === 'audit' || mode === 'warn')
        .map((found) =>
          faultOf(
            found,
            `which "${found.standard}" forbids: namespace "${namespaceOf(found)}" lets it pass, but ${found.mode === 'warn' ? 'warns of it' : 'has it in the audit log'}`,
          ),
        ),
  },
  {
    id: 'pod-security-unset',
    severity: 'warning',
    rule: 'Each namespace says which Pod Security level it enforces',
    why: 'Without the label any pod is let in, also a privileged one that a job starts.',
    source: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
    find: (system) =>
      system
        .ofKind('', 'Namespace')
        .filter(({ name }) => !name.startsWith('kube-'))
        .filter((namespace) => namespace.at('metadata', 'labels', ENFORCE) === undefined)
        .map((manifest) => ({
          spot: { manifest, path: ['metadata', 'labels', ENFORCE] },
          message: `Namespace "${manifest.name}" lets in privileged pods: nothing says which Pod Security level it enforces`,
          remedy: `add the label "${ENFORCE}" with "restricted", "baseline", or, where it is meant so, "privileged"`,
        })),
  },
  {
    id: 'pod-security-version',
    severity: 'note',
    rule: 'A namespace says of which release the Pod Security level is that it enforces',
    why: 'Unsaid, it is that of the cluster: an upgrade adds rules, and pods that ran before it are refused when they are made again.',
    source:
      'https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces',
    find: (system) =>
      system
        .ofKind('', 'Namespace')
        .filter((namespace) => ['baseline', 'restricted'].includes(enforced(namespace) ?? ''))
        .filter((namespace) => namespace.at('metadata', 'labels', `${ENFORCE}-version`) === undefined)
        .map((manifest) => ({
          spot: { manifest, path: ['metadata', 'labels', `${ENFORCE}-version`] },
          message: `What "${enforced(manifest) ?? ''}" asks of the pods of namespace "${manifest.name}" changes with the cluster`,
          remedy: `add the label "${ENFORCE}-version" with the release of the cluster, such as "v1.${String(system.kubernetes.minor)}"`,
        })),
  },
  {
    id: 'pod-security-label',
    severity: 'error',
    rule: 'Pod Security labels name levels and versions that exist',
    why: 'The API server refuses to create such a namespace; with a wrong label on one that exists it enforces "restricted", or audits nothing.',
    source: 'k8s.io/pod-security-admission, api/helpers.go',
    find: (system) =>
      system.ofKind('', 'Namespace').flatMap((manifest) =>
        policyOf(manifest, system.kubernetes.minor).wrong.map(({ label, value, expected }) => ({
          spot: { manifest, path: ['metadata', 'labels', label] },
          message: `Pod Security does not know "${value}": the API server refuses this namespace`,
          remedy: `write ${expected}`,
        })),
      ),
  },
];

function enforced(namespace: Manifest): string | undefined {
  return textOf(namespace.at('metadata', 'labels', ENFORCE));
}

function faultOf({ pod, breach }: PodBreach, consequence: string): Fault {
  const { path, part, what, remedy } = breach;
  return {
    spot: { manifest: pod.manifest, path, ...(part && { part }) },
    message: `${what.charAt(0).toUpperCase()}${what.slice(1)}, ${consequence}`,
    remedy,
  };
}

function namespaceOf({ pod }: PodBreach): string {
  return pod.manifest.namespace;
}

function refusal({ pod }: PodBreach): string {
  return pod.manifest.kind === 'Pod'
    ? 'the API server refuses it'
    : `the ${pod.manifest.kind} is taken and none of its pods comes up`;
}
