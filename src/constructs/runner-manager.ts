import { Construct } from 'constructs';
import { contentHash } from '../kubernetes/hash';
import { DNS, networkPolicy, podsNamed, toAnyAddress } from '../kubernetes/network';
import type { Container, EnvVar, PodTemplate, Volume } from '../kubernetes/object';
import { kubeObject } from '../kubernetes/object';
import {
  API_TOKEN_MOUNT,
  API_TOKEN_VOLUME,
  CONTAINER_SECURITY,
  POD_SECURITY,
  READ_ONLY,
  secretEnv,
} from '../kubernetes/pod';
import { serviceAccount } from '../kubernetes/service-account';
import { portOf } from '../model/gitlab-url';
import type { Cluster, Gitlab, Images, Runner } from '../model/model';
import { KEY_NAMES, labelsOf, NAMES, SELECTOR_LABEL } from '../model/names';
import { isAtLeast } from '../model/version';
import { CONFIG_FILES, GITLAB_CA_FOLDER, METRICS_PORT } from '../render/runner-config';

export interface RunnerManagerProps {
  readonly runner: Runner;
  readonly gitlab: Gitlab;
  readonly images: Images;
  readonly cluster: Cluster;
  /** `config.toml` and the manager's identity, by file name. */
  readonly files: Readonly<Record<string, string>>;
  /** A key in `s3access` that appears when the keys of this rotation are there. */
  readonly marker: string | undefined;
  /** Counting up rolls the manager over to the new keys. */
  readonly rotation: number;
}

/**
 * The manager: asks GitLab for jobs, makes a pod for each, and signs the URLs of the cache. It never talks to MinIO
 * itself. A new configuration starts a new pod beside the working one, which goes only when the new one is ready.
 */
export class RunnerManager extends Construct {
  constructor(scope: Construct, id: string, props: RunnerManagerProps) {
    super(scope, id);
    const { runner, gitlab, cluster, files } = props;
    const { namespace } = runner;
    const name = NAMES.runner;
    const metadata = { name, namespace, labels: labelsOf(name) };
    serviceAccount(this, namespace, name);
    kubeObject(this, 'ConfigMap', { metadata, data: files });
    kubeObject(this, 'Deployment', {
      metadata,
      spec: {
        // Two would ask for twice as many jobs and share one identity.
        replicas: 1,
        revisionHistoryLimit: 2,
        progressDeadlineSeconds: 1800,
        selector: { matchLabels: { [SELECTOR_LABEL]: name } },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: podTemplate(props),
      },
    });
    networkPolicy(this, name, podsNamed(namespace, name), {
      ingress: [],
      egress: [DNS, toAnyAddress([portOf(gitlab.url), ...cluster.apiServerPorts])],
    });
  }
}

function podTemplate(props: RunnerManagerProps): PodTemplate {
  const { gitlab, files, rotation } = props;
  return {
    metadata: {
      labels: labelsOf(NAMES.runner),
      annotations: { 'runner-cache/config': contentHash(files), 'runner-cache/rotation': String(rotation) },
    },
    spec: {
      ...POD_SECURITY,
      serviceAccountName: NAMES.runner,
      // An hour for running jobs to end; the manager leaves as soon as they have.
      terminationGracePeriodSeconds: 3600,
      containers: [manager(props)],
      volumes: [
        API_TOKEN_VOLUME,
        { name: 'config', configMap: { name: NAMES.runner } },
        { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
        ...(gitlab.caSecret === undefined ? [] : [caVolume(gitlab.caSecret)]),
      ],
    },
  };
}

function manager({ runner, gitlab, images, files, marker }: RunnerManagerProps): Container {
  return {
    name: NAMES.runner,
    image: runner.image,
    imagePullPolicy: images.pullPolicy,
    // SIGTERM makes the manager abort its jobs, SIGQUIT lets them end, and the kubelet sends what the image names.
    command: ['/usr/bin/dumb-init', '--rewrite', '15:3', '--', 'gitlab-runner'],
    args: ['run', '--config', `${CONFIG_FOLDER}/${CONFIG_FILES.config}`, '--working-directory', '/tmp'],
    env: environment(runner, marker),
    ports: [{ name: PORT_NAME, containerPort: METRICS_PORT, protocol: 'TCP' }],
    startupProbe: {
      tcpSocket: { port: PORT_NAME },
      periodSeconds: 2,
      timeoutSeconds: 2,
      failureThreshold: 60,
    },
    livenessProbe: {
      tcpSocket: { port: PORT_NAME },
      periodSeconds: 30,
      timeoutSeconds: 5,
      failureThreshold: 4,
    },
    // Never GitLab: its outage would restart every manager.
    readinessProbe: {
      httpGet: { path: readinessPath(runner), port: PORT_NAME, scheme: 'HTTP' },
      periodSeconds: 5,
      timeoutSeconds: 5,
      failureThreshold: 3,
    },
    resources: {
      requests: { cpu: '50m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
      limits: { cpu: '1', memory: '512Mi', 'ephemeral-storage': '256Mi' },
    },
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [
      API_TOKEN_MOUNT,
      // File by file: a mounted folder would change under the running manager, and it would take a broken one over.
      ...Object.keys(files).map((file) => ({
        name: 'config',
        mountPath: `${CONFIG_FOLDER}/${file}`,
        subPath: file,
        readOnly: true,
      })),
      { name: 'tmp', mountPath: '/tmp' },
      ...(gitlab.caSecret === undefined
        ? []
        : [{ name: CA_VOLUME, mountPath: GITLAB_CA_FOLDER, readOnly: true }]),
    ],
  };
}

const CONFIG_FOLDER = '/etc/runner-cache';
const PORT_NAME = 'metrics';
const CA_VOLUME = 'gitlab-ca';

/** The runner answers there from 19.2 on. */
function readinessPath({ version }: Runner): string {
  return isAtLeast(version, '19.2.0') ? '/health/ready' : '/metrics';
}

function environment({ token }: Runner, marker: string | undefined): readonly EnvVar[] {
  return [
    secretEnv('AWS_ACCESS_KEY_ID', NAMES.runnerKeys, KEY_NAMES.access),
    // Without it, a missing key would send the manager to the node's metadata service.
    { name: 'AWS_EC2_METADATA_DISABLED', value: 'true' },
    secretEnv('AWS_SECRET_ACCESS_KEY', NAMES.runnerKeys, KEY_NAMES.secret),
    secretEnv('CI_SERVER_TOKEN', token.secret, token.key),
    { name: 'HOME', value: '/tmp' },
    // Not read by anybody: the pod waits until the keys Job has written it.
    ...(marker === undefined ? [] : [secretEnv('RUNNER_CACHE_KEYS', NAMES.runnerKeys, marker)]),
  ];
}

function caVolume(secretName: string): Volume {
  return {
    name: CA_VOLUME,
    secret: { secretName, defaultMode: READ_ONLY, items: [{ key: 'ca.crt', path: 'ca.crt' }] },
  };
}
