import { at, isMap, listOf, mapOf, textsOf } from '../../manifests/value';
import type { Check } from '../check';
import { each, eachContainer, eachPod } from './row';

/** What a container is given: variables, ports, folders. */
export const SURROUNDINGS: readonly Check[] = [
  eachContainer({
    id: 'secret-as-env',
    severity: 'note',
    rule: 'Secrets reach containers as files',
    why: 'Variables stand in crash dumps and in what a process prints of itself, and each child inherits them.',
    source: 'Checkov CKV_K8S_35; Kubescape C-0207',
    breaks: ({ container: { value, name } }) => {
      const variable = listOf(value.env).findIndex((env) => isMap(at(env, 'valueFrom', 'secretKeyRef')));
      const source = listOf(value.envFrom).findIndex((from) => isMap(at(from, 'secretRef')));
      if (variable < 0 && source < 0) return undefined;
      return {
        field: variable < 0 ? ['envFrom', source] : ['env', variable],
        message: `Each child process of container "${name}" inherits the Secret`,
        remedy: 'mount the Secret, and let the program read the file',
      };
    },
  }),
  eachContainer({
    id: 'low-port',
    severity: 'note',
    rule: 'Containers listen on ports of 1024 and above',
    why: 'Where the runtime does not allow it, a lower port needs a capability or root.',
    source: 'Trivy KSV-0117; kube-linter, check ssh-port',
    breaks: ({ container: { value, name } }) => {
      const ports = listOf(value.ports).map((port) => mapOf(port).containerPort);
      const index = ports.findIndex((port) => typeof port === 'number' && port < 1024);
      return index < 0
        ? undefined
        : {
            field: ['ports', index, 'containerPort'],
            message: `Container "${name}" may need root or a capability to listen there`,
            remedy: 'listen on a port of 1024 or above; the Service can have the low one',
          };
    },
  }),
  eachPod({
    id: 'unbounded-empty-dir',
    severity: 'note',
    rule: 'Each emptyDir has a size',
    why: 'It can fill the disk of the node, or its memory, and other pods are evicted.',
    source: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
    breaks: ({ spec }) => {
      const index = listOf(spec.volumes).findIndex(
        (volume) => isMap(at(volume, 'emptyDir')) && at(volume, 'emptyDir', 'sizeLimit') === undefined,
      );
      return index < 0
        ? undefined
        : {
            field: ['volumes', index, 'emptyDir'],
            message: 'This folder grows until the node is full',
            remedy: 'set "sizeLimit"',
          };
    },
  }),
  each(['/ConfigMap'], {
    id: 'config-map-credential-key',
    secret: true,
    severity: 'note',
    rule: 'No ConfigMap has a key that is named like a credential',
    why: 'Whoever may read the namespace may read ConfigMaps, and nothing encrypts them.',
    source: 'Polaris sensitiveConfigmapContent; Kubescape C-0012',
    breaks: (map) => {
      const key = Object.entries(textsOf(map.at('data'))).find(
        ([name, value]) => CREDENTIAL.test(name) && !ABOUT.test(name) && isPlainValue(value),
      );
      return key === undefined
        ? undefined
        : {
            field: ['data', key[0]],
            message: `"${key[0]}" is named like a credential, and everybody in the namespace may read it`,
            remedy: 'put it into a Secret, or name it after what it is',
          };
    },
  }),
];

const CREDENTIAL = /(^|[^a-z])(password|passwd|pwd|secret|token|credentials?|bearer|jwt)([^a-z]|$)/i;

/** Where a credential is to be found, such as `token-secret-name`. */
const ABOUT = /(?:name|namespace|ref)$/i;

/** No path, no number or switch, no text of several lines, which are settings. */
function isPlainValue(value: string): boolean {
  return value.trim() !== '' && !/[/\n]|^(true|false|on|off|yes|no|[\d.]+[a-zA-Z]*)$/i.test(value.trim());
}
