import type { Check, Fault } from '../../check';
import { SECRET_VALUE_CHECKS } from './secret-values';
import { sightingsOf, type SecretRoom } from './sightings';

const SOURCE = 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/';
const REMEDY =
  'put it into a Secret that is not in Git, read it from there, and replace the secret: it has been seen';

export const SECRET_CHECKS: readonly Check[] = [
  roomCheck(
    'secret-in-configmap',
    'ConfigMap',
    'No ConfigMap holds a secret',
    'ConfigMaps are read, listed and logged by many who may not read Secrets.',
  ),
  roomCheck(
    'secret-in-env',
    'environment',
    'No environment variable has a secret as its value',
    'It stands in Git, and in the pod for all who may read pods.',
  ),
  roomCheck(
    'secret-in-command',
    'command',
    'No command line holds a secret',
    'It stands in Git, in the pod, and in the list of processes of its node.',
  ),
  roomCheck(
    'secret-in-annotation',
    'annotation',
    'No annotation holds a secret',
    'Annotations are read by all who may read the object; "kubectl apply" keeps a copy of it in one.',
  ),
  {
    id: 'secret-well-known',
    secret: true,
    severity: 'error',
    rule: 'No key is one that everybody knows',
    why: 'Keys of documents and charts are the first that anybody tries; nobody needs to steal them.',
    source: 'https://github.com/minio/minio/blob/master/helm/minio/values.yaml',
    find: (system) =>
      system
        .view(sightingsOf)
        .filter(({ wellKnown }) => wellKnown)
        .map(({ manifest, path, line }) => ({
          spot: { manifest, path, ...(line > 0 && { line }) },
          message: 'This is a key or password that everybody knows: whoever reaches the service owns it',
          remedy: 'make a random one, and keep it in a Secret',
        })),
  },
  ...SECRET_VALUE_CHECKS,
];

function roomCheck(id: string, room: SecretRoom, rule: string, why: string): Check {
  return {
    id,
    secret: true,
    severity: 'error',
    rule,
    why,
    source: SOURCE,
    find: (system) =>
      system
        .view(sightingsOf)
        .filter((sighting) => sighting.room === room && !sighting.wellKnown)
        .map(({ manifest, path, line, what }): Fault => ({
          spot: { manifest, path, ...(line > 0 && { line }) },
          message: `${what.charAt(0).toUpperCase()}${what.slice(1)} stands here in clear: who can read this file has it`,
          remedy: REMEDY,
        })),
  };
}
