import { API_TOKEN_FOLDER } from '../model/names';
import type { Container, EnvVar, PodSpec, Volume } from './object';

/** Above the range of the images' own users, so that no file of a node belongs to it by chance. */
const USER = 10001;

/**
 * What Pod Security `restricted` asks of a pod, and what keeps it apart from its node. Written out even where it is
 * the default: Argo CD puts back only what Git says. `hostNetwork: false` and its like are not: the API server does
 * not keep them, so each `kubectl apply` would report a change, and the namespaces refuse such pods anyway. Where Argo
 * CD delivers, `sayApart` adds them.
 */
export const POD_SECURITY = {
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: USER,
    runAsGroup: USER,
    fsGroup: USER,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  },
} as const satisfies Partial<PodSpec>;

/**
 * A pod that loses nothing elsewhere leaves a node that is not heard of after a minute, instead of the five that the API
 * server would write.
 */
export const LEAVES_LOST_NODE = {
  tolerations: ['not-ready', 'unreachable'].map((state) => ({
    key: `node.kubernetes.io/${state}`,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: 60,
  })),
} as const satisfies Partial<PodSpec>;

/** The same for each container. */
export const CONTAINER_SECURITY = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  runAsUser: USER,
  runAsGroup: USER,
  seccompProfile: { type: 'RuntimeDefault' },
} as const satisfies NonNullable<Container['securityContext']>;

/**
 * Each try of a Job is a pod of its own, so that its log stays. A drained node is no try. The scripts end in success
 * only: what fails is the node or its runtime, and a Job that had given up would not run when that is mended.
 */
export const RETRIES = {
  backoffLimit: 100,
  podFailurePolicy: {
    rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
  },
} as const;

/** The pod does not start while the Secret or the key is absent: nothing here has a default. */
export function secretEnv(variable: string, secret: string, key: string): EnvVar {
  return { name: variable, valueFrom: { secretKeyRef: { name: secret, key } } };
}

/** Read by its owner and group; YAML has no octal that every reader takes alike. */
export const READ_ONLY = 0o440;

/** A small folder in memory, for what must not reach a disk. */
export function memoryFolder(name: string, sizeLimit: string): Volume {
  return { name, emptyDir: { medium: 'Memory', sizeLimit } };
}

/**
 * The pod's own token, in a volume that says so, instead of one that is mounted unseen. It is renewed by the
 * kubelet long before it expires.
 */
export const API_TOKEN_VOLUME: Volume = {
  name: 'api-token',
  projected: {
    defaultMode: READ_ONLY,
    sources: [
      { serviceAccountToken: { path: `${API_TOKEN_FOLDER.below}/token`, expirationSeconds: 3600 } },
      {
        configMap: {
          name: 'kube-root-ca.crt',
          items: [{ key: 'ca.crt', path: `${API_TOKEN_FOLDER.below}/ca.crt` }],
        },
      },
      {
        downwardAPI: {
          items: [
            {
              path: `${API_TOKEN_FOLDER.below}/namespace`,
              fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' },
            },
          ],
        },
      },
    ],
  },
};

/** At the place where every client looks for it. */
export const API_TOKEN_MOUNT = {
  name: API_TOKEN_VOLUME.name,
  mountPath: API_TOKEN_FOLDER.mount,
  readOnly: true,
} as const;
