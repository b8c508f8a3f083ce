import { Construct } from 'constructs';
import { RENAMED } from '../kubernetes/argocd';
import { contentHash } from '../kubernetes/hash';
import { DNS, networkPolicy, podsNamed, toPods, type Pods } from '../kubernetes/network';
import type { Container, EnvVar, PodTemplate, Volume } from '../kubernetes/object';
import { kubeObject } from '../kubernetes/object';
import { CONTAINER_SECURITY, memoryFolder, POD_SECURITY, RETRIES } from '../kubernetes/pod';
import { serviceAccount } from '../kubernetes/service-account';
import { urlOf, type Endpoint } from '../model/endpoint';
import type { Images, MinioStore } from '../model/model';
import { labelsOf, NAMES } from '../model/names';
import { COMPANION_LOOP, ENSURED, JOB_LOOP } from '../render/bucket-loop';
import { BUCKET_SCRIPT } from '../render/bucket-script';
import { keyVolumes, type MountedKeys } from './bucket-init-keys';

export interface BucketInitProps {
  readonly store: MinioStore;
  readonly images: Images;
  /** Script, policies and lifecycle rule, by file name. */
  readonly files: Readonly<Record<string, string>>;
  readonly runners: readonly MountedKeys[];
  /** What the keys Job writes when it is done with this rotation; the Job waits for it. */
  readonly marker: string | undefined;
  /** Part of the Job's name, so that counting up runs it again. */
  readonly rotation: number;
}

/**
 * Makes the buckets, the users and their policies, and proves them. A Job whose name changes with what it does, since
 * a Job's template cannot be changed; and the same as a companion of a MinIO that forgets.
 */
export class BucketInit extends Construct {
  readonly pods: Pods;
  readonly companion: { readonly containers: readonly Container[]; readonly volumes: readonly Volume[] };

  constructor(scope: Construct, id: string, props: BucketInitProps) {
    super(scope, id);
    const { store, files, rotation } = props;
    const { namespace } = store;
    const name = NAMES.bucketInit;
    // A store of another kind begins empty, with the same script.
    const revision = contentHash([files, jobTemplate(props, []), rotation, store.storage.kind]);
    this.pods = podsNamed(namespace, name);
    serviceAccount(this, namespace, name);
    kubeObject(this, 'ConfigMap', {
      metadata: { name, namespace, labels: labelsOf(name) },
      data: { ...files, [BUCKET_SCRIPT.revision]: revision },
    });
    kubeObject(this, 'Job', {
      metadata: { name: `${name}-${revision}`, namespace, annotations: RENAMED, labels: labelsOf(name) },
      spec: { ...RETRIES, template: jobTemplate(props, [{ name: 'REVISION', value: revision }]) },
    });
    networkPolicy(this, name, this.pods, {
      ingress: [],
      egress: [DNS, toPods(podsNamed(namespace, NAMES.minio), store.endpoint.port)],
    });
    this.companion = companion(props);
  }
}

/** With its own revision in the environment, so that it waits for the ConfigMap of its commit. */
function jobTemplate(props: BucketInitProps, env: readonly EnvVar[]): PodTemplate {
  const { store, marker } = props;
  return {
    metadata: { labels: labelsOf(NAMES.bucketInit) },
    spec: {
      ...POD_SECURITY,
      serviceAccountName: NAMES.bucketInit,
      restartPolicy: 'Never',
      containers: [
        toolsContainer(props, { name: NAMES.bucketInit, loop: JOB_LOOP, endpoint: store.endpoint, env }),
      ],
      volumes: volumes(keyVolumes(KEYS, props.runners, { wait: true, marker })),
    },
  };
}

/**
 * It names no rotation and no revision: either would restart MinIO and lose the cache. What changes reaches it through
 * its mounted folders.
 */
function companion(props: BucketInitProps): BucketInit['companion'] {
  const endpoint: Endpoint = { ...props.store.endpoint, host: '127.0.0.1' };
  const container: Container = {
    ...toolsContainer(props, { name: 'ensure', loop: COMPANION_LOOP, endpoint, env: [] }),
    // MinIO takes no connection before its buckets and users are there.
    readinessProbe: {
      exec: { command: ['cat', ENSURED] },
      periodSeconds: 5,
      timeoutSeconds: 5,
      failureThreshold: 3,
    },
  };
  return { containers: [container], volumes: volumes(keyVolumes(KEYS, props.runners, { wait: false })) };
}

interface Tools {
  readonly name: string;
  readonly loop: string;
  readonly endpoint: Endpoint;
  readonly env: readonly EnvVar[];
}

function toolsContainer({ store, images }: BucketInitProps, { name, loop, endpoint, env }: Tools): Container {
  return {
    name,
    image: store.toolsImage,
    imagePullPolicy: images.pullPolicy,
    command: ['sh', '-c', loop],
    env: [
      { name: 'HOME', value: '/tmp' },
      { name: 'MC_CONFIG_DIR', value: '/tmp/mc' },
      { name: 'MINIO_URL', value: urlOf(endpoint) },
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

function volumes(keys: Volume): readonly Volume[] {
  return [
    { name: 'bucket-config', configMap: { name: NAMES.bucketInit } },
    keys,
    memoryFolder('bucket-tmp', '16Mi'),
  ];
}

const KEYS = 'bucket-keys';
