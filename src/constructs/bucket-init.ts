import { Construct } from 'constructs';
import { RENAMED } from '../kubernetes/argocd';
import { contentHash } from '../kubernetes/hash';
import { DNS, networkPolicy, podsNamed, toPods, type Pods } from '../kubernetes/network';
import type { Container, EnvVar, PodTemplate, Volume } from '../kubernetes/object';
import { kubeObject } from '../kubernetes/object';
import { CONTAINER_SECURITY, memoryFolder, POD_SECURITY } from '../kubernetes/pod';
import { serviceAccount } from '../kubernetes/service-account';
import { urlOf, type Endpoint } from '../model/endpoint';
import type { Images, MinioStore } from '../model/model';
import { labelsOf, NAMES } from '../model/names';
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
    const template = jobTemplate(props);
    const revision = contentHash([files, template, rotation]);
    this.pods = podsNamed(namespace, name);
    serviceAccount(this, namespace, name);
    kubeObject(this, 'ConfigMap', {
      metadata: { name, namespace, labels: labelsOf(name) },
      data: { ...files, [BUCKET_SCRIPT.revision]: revision },
    });
    kubeObject(this, 'Job', {
      metadata: { name: `${name}-${revision}`, namespace, annotations: RENAMED, labels: labelsOf(name) },
      spec: { backoffLimit: 6, template: waitingFor(template, revision) },
    });
    networkPolicy(this, name, this.pods, {
      ingress: [],
      egress: [DNS, toPods(podsNamed(namespace, NAMES.minio), store.endpoint.port)],
    });
    this.companion = companion(props);
  }
}

function jobTemplate(props: BucketInitProps): PodTemplate {
  const command = ['sh', `${BUCKET_SCRIPT.config}/${BUCKET_SCRIPT.file}`];
  return {
    metadata: { labels: labelsOf(NAMES.bucketInit) },
    spec: {
      ...POD_SECURITY,
      serviceAccountName: NAMES.bucketInit,
      // Each try is a pod of its own, so that its log stays.
      restartPolicy: 'Never',
      containers: [toolsContainer(props, NAMES.bucketInit, command, props.store.endpoint)],
      volumes: volumes(props, props.marker),
    },
  };
}

/** The Job runs only with the ConfigMap of its own commit, which may reach the node after it. */
function waitingFor(template: PodTemplate, revision: string): PodTemplate {
  const { spec } = template;
  if (spec === undefined) return template;
  const containers = spec.containers.map((container) => ({
    ...container,
    env: [...(container.env ?? []), { name: 'REVISION', value: revision }],
  }));
  return { ...template, spec: { ...spec, containers } };
}

/**
 * It names no rotation and no revision: either would restart MinIO and lose the cache. What changes reaches it through
 * its mounted folders.
 */
function companion(props: BucketInitProps): BucketInit['companion'] {
  const script = `${BUCKET_SCRIPT.config}/${BUCKET_SCRIPT.file}`;
  // As process 1 the shell has no default for SIGTERM, and would keep a leaving pod until it is killed.
  const loop = `trap exit TERM; while :; do if sh ${script} keep; then : >${ENSURED}; sleep 300 & else sleep 5 & fi; wait; done`;
  const local: Endpoint = { ...props.store.endpoint, host: '127.0.0.1' };
  const container: Container = {
    ...toolsContainer(props, 'ensure', ['sh', '-c', loop], local),
    // MinIO takes no connection before its buckets and users are there.
    readinessProbe: {
      exec: { command: ['cat', ENSURED] },
      periodSeconds: 5,
      timeoutSeconds: 5,
      failureThreshold: 3,
    },
  };
  return { containers: [container], volumes: volumes(props, undefined) };
}

const ENSURED = '/tmp/ensured';

function toolsContainer(
  { store, images }: BucketInitProps,
  name: string,
  command: string[],
  endpoint: Endpoint,
): Container {
  const env: EnvVar[] = [
    { name: 'HOME', value: '/tmp' },
    { name: 'MC_CONFIG_DIR', value: '/tmp/mc' },
    { name: 'MINIO_URL', value: urlOf(endpoint) },
  ];
  return {
    name,
    image: store.toolsImage,
    imagePullPolicy: images.pullPolicy,
    command,
    env,
    resources: {
      requests: { cpu: '50m', memory: '64Mi', 'ephemeral-storage': '16Mi' },
      limits: { cpu: '1', memory: '256Mi', 'ephemeral-storage': '64Mi' },
    },
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [
      { name: 'bucket-config', mountPath: BUCKET_SCRIPT.config, readOnly: true },
      { name: 'bucket-keys', mountPath: BUCKET_SCRIPT.keys, readOnly: true },
      { name: 'bucket-tmp', mountPath: '/tmp' },
    ],
  };
}

function volumes({ runners }: BucketInitProps, marker: string | undefined): readonly Volume[] {
  return [
    { name: 'bucket-config', configMap: { name: NAMES.bucketInit } },
    keyVolumes('bucket-keys', runners, marker),
    memoryFolder('bucket-tmp', '16Mi'),
  ];
}
