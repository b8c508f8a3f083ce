import { at, isMap, listOf, textOf } from '../../manifests/value';
import type { Container, Workload } from '../../manifests/workload';
import type { Check } from '../check';
import { eachPod } from './row';

const SOURCE =
  'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-the-security-context-for-a-pod';

/** Which groups may write the volumes of a pod. */
export const VOLUMES: readonly Check[] = [
  eachPod({
    id: 'volume-group',
    severity: 'note',
    rule: 'A pod that is not root and writes a claim says the group of its volume',
    why: 'A new volume belongs to root on most storage, so the program may not write there.',
    source: SOURCE,
    breaks: (workload) => {
      if (at(workload.spec, 'securityContext', 'fsGroup') !== undefined) return undefined;
      const claims = claimsOf(workload);
      const writer = workload.containers.find(
        (container) => isLow(container, workload) && writes(container, claims),
      );
      return writer === undefined || preparesVolume(workload, claims)
        ? undefined
        : {
            field: ['securityContext', 'fsGroup'],
            message: `Container "${writer.name}" is not root, and may not write its claim, which belongs to root when it is new`,
            remedy: 'set "fsGroup" of the pod to the group of the container',
          };
    },
  }),
  eachPod({
    id: 'volume-group-change',
    severity: 'note',
    rule: 'A pod whose claim belongs to its group says when the owners of all files are changed',
    why: 'Unsaid, each start goes through all files of the volume first, which takes minutes where there are many.',
    source:
      'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#configure-volume-permission-and-ownership-change-policy-for-pods',
    breaks: (workload) => {
      const claims = claimsOf(workload);
      return typeof at(workload.spec, 'securityContext', 'fsGroup') !== 'number' ||
        at(workload.spec, 'securityContext', 'fsGroupChangePolicy') !== undefined ||
        !workload.containers.some((container) => writes(container, claims))
        ? undefined
        : {
            field: ['securityContext', 'fsGroupChangePolicy'],
            message: 'Each start of this pod goes through all files of its claim first',
            remedy: 'set "fsGroupChangePolicy" to "OnRootMismatch"',
          };
    },
  }),
  eachPod({
    id: 'root-group',
    severity: 'note',
    rule: 'No pod is of the group of root',
    why: 'Files of a node that root’s group may read or write are open to it, where a folder of the node is mounted or a hole leads there.',
    source: 'Trivy KSV-0116',
    breaks: ({ spec: { securityContext: context } }) => {
      const index = listOf(at(context, 'supplementalGroups')).indexOf(0);
      if (index < 0 && at(context, 'fsGroup') !== 0) return undefined;
      return {
        field: ['securityContext', ...(index < 0 ? ['fsGroup'] : ['supplementalGroups', index])],
        message: 'The processes of this pod are of the group of root',
        remedy: index < 0 ? 'set "fsGroup" to another number, such as 10001' : 'remove the 0',
      };
    },
  }),
];

/** Names of the volumes that outlive their pod and that it may write. */
function claimsOf({ manifest, spec }: Workload): ReadonlySet<string> {
  const claims = listOf(spec.volumes).filter(
    (volume) =>
      isMap(at(volume, 'persistentVolumeClaim')) && at(volume, 'persistentVolumeClaim', 'readOnly') !== true,
  );
  const templates = listOf(manifest.at('spec', 'volumeClaimTemplates')).map((claim) => at(claim, 'metadata'));
  return new Set([...claims, ...templates].map((named) => textOf(at(named, 'name')) ?? ''));
}

function writes({ value }: Container, claims: ReadonlySet<string>): boolean {
  return listOf(value.volumeMounts).some(
    (mount) => claims.has(textOf(at(mount, 'name')) ?? '') && at(mount, 'readOnly') !== true,
  );
}

/** What is said to be another user than root; of what is not said, the image decides. */
function isLow({ value }: Container, { spec }: Workload): boolean {
  const said = (field: string) => at(value, 'securityContext', field) ?? at(spec.securityContext, field);
  const user = said('runAsUser');
  return typeof user === 'number' ? user > 0 : said('runAsNonRoot') === true;
}

/** An init container that may be root gives the volume to whom it is for. */
function preparesVolume(workload: Workload, claims: ReadonlySet<string>): boolean {
  return workload.containers.some(
    (container) =>
      container.list === 'initContainers' && writes(container, claims) && !isLow(container, workload),
  );
}
