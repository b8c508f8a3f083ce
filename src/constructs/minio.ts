import { Construct } from 'constructs';
import { accepting } from '../kubernetes/acceptance';
import { acceptedImage } from '../kubernetes/accepted-image';
import { KEPT } from '../kubernetes/argocd';
import { keysElsewhere } from '../kubernetes/elsewhere';
import { fromPods, networkPolicy, podsNamed, type Pods } from '../kubernetes/network';
import type { Container, Lifecycle, PodSpec } from '../kubernetes/object';
import { kubeObject } from '../kubernetes/object';
import { CONTAINER_SECURITY, LEAVES_LOST_NODE, POD_SECURITY, secretEnv } from '../kubernetes/pod';
import { serviceAccount } from '../kubernetes/service-account';
import type { Credentials, Images, MinioStore } from '../model/model';
import { KEY_NAMES, labelsOf, NAMES, SELECTOR_LABEL } from '../model/names';
import { isAtLeast, type Version } from '../model/version';
import { dataVolume, scanner, storageResources } from './minio-storage';

export interface MinioProps {
  readonly store: MinioStore;
  readonly images: Images;
  readonly credentials: Credentials;
  readonly kubernetes: Version;
  /** Who may connect; everybody else is dropped. */
  readonly clients: readonly Pods[];
}

/** One MinIO server: Deployment, Service, NetworkPolicy and, for `volume`, its PersistentVolumeClaim. */
export class Minio extends Construct {
  constructor(scope: Construct, id: string, props: MinioProps) {
    super(scope, id);
    const { store, credentials, images, clients } = props;
    const { namespace, endpoint, storage } = store;
    const metadata = { name: NAMES.minio, namespace, labels: labelsOf(NAMES.minio) };
    const selector = { [SELECTOR_LABEL]: NAMES.minio };
    serviceAccount(this, namespace, NAMES.minio);
    kubeObject(this, 'Deployment', {
      metadata: {
        ...metadata,
        annotations: accepting({
          ...ACCEPTED,
          ...keysElsewhere(credentials),
          ...acceptedImage(store.server.reference, images),
        }),
      },
      spec: {
        replicas: 1,
        revisionHistoryLimit: 2,
        // Pulling the image or making the volume may take longer than the default of 10 minutes.
        progressDeadlineSeconds: 1800,
        selector: { matchLabels: selector },
        // A ReadWriteOnce volume cannot be mounted by the old and the new pod at once, and one drive has one server.
        strategy: { type: 'Recreate' },
        template: { metadata: { labels: labelsOf(NAMES.minio) }, spec: serverPod(props) },
      },
    });
    kubeObject(this, 'Service', {
      metadata,
      spec: {
        type: 'ClusterIP',
        selector,
        ports: [{ name: PORT_NAME, port: endpoint.port, protocol: 'TCP', targetPort: PORT_NAME }],
      },
    });
    if (storage.kind === 'volume') {
      kubeObject(this, 'PersistentVolumeClaim', {
        metadata: { ...metadata, annotations: KEPT },
        spec: {
          accessModes: ['ReadWriteOnce'],
          ...(storage.storageClass === undefined ? {} : { storageClassName: storage.storageClass }),
          resources: { requests: { storage: storage.size.toString() } },
        },
      });
    }
    networkPolicy(this, NAMES.minio, podsNamed(namespace, NAMES.minio), {
      ingress: [fromPods(clients, endpoint.port)],
      egress: [],
    });
  }
}

const ACCEPTED = {
  'recreate-strategy': 'one drive has one server: the old and the new one cannot share it',
  'secret-as-env':
    'from a missing file MinIO would start with its well-known keys, from a missing Secret it does not start',
  'single-replica':
    'one drive has one server; a cache that is away for a minute costs a job time and nothing else',
} as const;

const PORT_NAME = 's3';

function serverPod(props: MinioProps): PodSpec {
  const { storage } = props.store;
  return {
    ...POD_SECURITY,
    // A volume may still be in use on the lost node, and one drive has one server.
    ...(storage.kind === 'volume' ? {} : LEAVES_LOST_NODE),
    serviceAccountName: NAMES.minio,
    terminationGracePeriodSeconds: 45,
    containers: [server(props)],
    volumes: [dataVolume(storage)],
  };
}

function server({ store, images, kubernetes }: MinioProps): Container {
  const { endpoint, storage, region, server: image } = store;
  return {
    name: NAMES.minio,
    image: image.reference,
    imagePullPolicy: images.pullPolicy,
    // No command: entrypoints differ between images, and all of them take these arguments.
    args: ['server', '/data', '--address', `:${endpoint.port}`],
    env: [
      // What is deleted gives its room back after this time, instead of five minutes.
      { name: 'MINIO_API_DELETE_CLEANUP_INTERVAL', value: '10s' },
      { name: 'MINIO_BROWSER', value: 'off' },
      secretEnv('MINIO_ROOT_PASSWORD', NAMES.rootKeys, KEY_NAMES.secret),
      secretEnv('MINIO_ROOT_USER', NAMES.rootKeys, KEY_NAMES.access),
      ...scanner(storage),
      { name: 'MINIO_SITE_REGION', value: region },
      { name: 'MINIO_UPDATE', value: 'off' },
    ],
    ports: [{ name: PORT_NAME, containerPort: endpoint.port, protocol: 'TCP' }],
    // `live` answers before the drive is read; `cluster` only when buckets and users are known.
    startupProbe: probe('/minio/health/live', { periodSeconds: 2, timeoutSeconds: 2, failureThreshold: 60 }),
    livenessProbe: probe('/minio/health/live', {
      periodSeconds: 30,
      timeoutSeconds: 10,
      failureThreshold: 3,
    }),
    readinessProbe: probe('/minio/health/cluster', {
      periodSeconds: 10,
      timeoutSeconds: 11,
      failureThreshold: 3,
    }),
    ...drained(kubernetes, image.hasShell),
    resources: storageResources(storage),
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [{ name: dataVolume(storage).name, mountPath: '/data' }],
  };
}

function probe(
  path: string,
  timing: { periodSeconds: number; timeoutSeconds: number; failureThreshold: number },
) {
  return { httpGet: { path, port: PORT_NAME, scheme: 'HTTP' }, ...timing };
}

/**
 * MinIO closes open connections at SIGTERM. Ten seconds, in which no new ones come, let most uploads end. The types
 * are those of 1.27, which has no `sleep` yet.
 */
function drained(kubernetes: Version, hasShell: boolean): { lifecycle?: Lifecycle } {
  const sleep: object = { sleep: { seconds: 10 } };
  if (isAtLeast(kubernetes, '1.30.0')) return { lifecycle: { preStop: sleep } };
  return hasShell ? { lifecycle: { preStop: { exec: { command: ['sleep', '10'] } } } } : {};
}
