import type { Construct } from 'constructs';
import { DNS, networkPolicy, podsNamed, toPods, type Pods } from '../kubernetes/network';
import type { Container, EnvVar, Volume } from '../kubernetes/object';
import { CONTAINER_SECURITY, memoryFolder } from '../kubernetes/pod';
import { serviceAccount } from '../kubernetes/service-account';
import { urlOf } from '../model/endpoint';
import type { Credentials, Images, MinioStore } from '../model/model';
import { NAMES } from '../model/names';
import { BUCKET_SCRIPT } from '../render/bucket-script';
import { keyVolumes, type MountedKeys, type Waiting } from './bucket-keys';

export interface BucketToolsProps {
  readonly store: MinioStore;
  readonly images: Images;
  readonly credentials: Credentials;
  readonly runners: readonly MountedKeys[];
}

interface Use {
  readonly name: string;
  readonly loop: string;
  readonly env: readonly EnvVar[];
}

/** What bucket-init and the keeper have in common: `mc`, the scripts in the ConfigMap, the root's and all runners' keys. */
export function toolsContainer({ store, images }: BucketToolsProps, { name, loop, env }: Use): Container {
  return {
    name,
    image: store.toolsImage,
    imagePullPolicy: images.pullPolicy,
    command: ['sh', '-c', loop],
    env: [
      { name: 'HOME', value: '/tmp' },
      { name: 'MC_CONFIG_DIR', value: '/tmp/mc' },
      { name: 'MINIO_URL', value: urlOf(store.endpoint) },
      ...env,
    ],
    resources: {
      requests: { cpu: '50m', memory: '64Mi', 'ephemeral-storage': '16Mi' },
      limits: { cpu: '1', memory: '256Mi', 'ephemeral-storage': '64Mi' },
    },
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [
      { name: 'bucket-config', mountPath: BUCKET_SCRIPT.config, readOnly: true },
      { name: KEYS, mountPath: BUCKET_SCRIPT.keys, readOnly: true },
      { name: 'bucket-tmp', mountPath: '/tmp' },
    ],
  };
}

/** Their account, and the policy by which they reach names and MinIO only, and nobody reaches them. */
export function toolsPods(scope: Construct, name: string, { store }: BucketToolsProps): Pods {
  const { namespace, endpoint } = store;
  const pods = podsNamed(namespace, name);
  serviceAccount(scope, namespace, name);
  networkPolicy(scope, name, pods, {
    ingress: [],
    egress: [DNS, toPods(podsNamed(namespace, NAMES.minio), endpoint.port)],
  });
  return pods;
}

export function toolsVolumes({ runners }: BucketToolsProps, waiting: Waiting): readonly Volume[] {
  return [
    { name: 'bucket-config', configMap: { name: NAMES.bucketInit } },
    keyVolumes(KEYS, runners, waiting),
    memoryFolder('bucket-tmp', '16Mi'),
  ];
}

const KEYS = 'bucket-keys';
