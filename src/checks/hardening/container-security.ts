import { at, isMap } from '../../manifests/value';
import type { Check } from '../check';
import { eachContainer, eachPod, type ContainerOf, type Said } from './row';

/** What a container may do beyond what Pod Security asks. */
export const CONTAINER_SECURITY: readonly Check[] = [
  eachContainer({
    id: 'read-only-root-fs',
    severity: 'note',
    rule: 'The root file system of each container is read-only',
    why: 'Who breaks in can change the programs that run, and what is written there counts against the disk of the node.',
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    breaks: ({ container: { value, name } }) =>
      at(value, 'securityContext', 'readOnlyRootFilesystem') === true
        ? undefined
        : {
            field: ['securityContext', 'readOnlyRootFilesystem'],
            message: `Container "${name}" can change its own programs`,
            remedy: 'set "readOnlyRootFilesystem" to true, and mount an emptyDir where it has to write',
          },
  }),
  eachContainer({
    id: 'low-user-id',
    severity: 'note',
    rule: 'Containers run as a user of 10000 or above',
    why: 'A lower number may be a user of the node, who owns files there, or whatever the image says.',
    source: 'kube-score, README_CHECKS.md, container-security-context-user-group-id; Trivy KSV-0020',
    breaks: (of) => lowId(of, 'runAsUser', 'user'),
  }),
  eachContainer({
    id: 'low-group-id',
    severity: 'note',
    rule: 'Containers run as a group of 10000 or above',
    why: 'A lower number may be a group of the node; unsaid, it is most often the group of root.',
    source: 'kube-score, README_CHECKS.md, container-security-context-user-group-id; Trivy KSV-0021',
    breaks: (of) => lowId(of, 'runAsGroup', 'group'),
  }),
  eachPod({
    id: 'pod-security-context',
    severity: 'note',
    rule: 'Each pod says what its containers may do',
    why: 'What is said for the pod also holds for the container that somebody adds tomorrow.',
    source: 'Trivy KSV-0118; Checkov CKV_K8S_29',
    breaks: ({ spec }) =>
      isMap(spec.securityContext) && Object.keys(spec.securityContext).length > 0
        ? undefined
        : {
            field: ['securityContext'],
            message: 'A container that is added here gets every right that the namespace allows',
            remedy: 'add a "securityContext" to the pod, with "runAsNonRoot" and "seccompProfile"',
          },
  }),
];

/** Above the users and groups that distributions give away. */
const LOWEST = 10_000;

function lowId(
  { container, workload }: ContainerOf,
  field: 'runAsUser' | 'runAsGroup',
  what: string,
): Said | undefined {
  const id = at(container.value, 'securityContext', field) ?? at(workload.spec, 'securityContext', field);
  // User namespaces map every number away from the node's.
  if (workload.spec.hostUsers === false || (typeof id === 'number' && id >= LOWEST)) return undefined;
  return {
    field: ['securityContext', field],
    message: `Container "${container.name}" runs as ${typeof id === 'number' ? `${what} ${String(id)}` : `whatever ${what} the image says`}, which may be one of the node`,
    remedy: `set "${field}" to 10001`,
  };
}
