import type { Container, EnvVar } from '../kubernetes/object';
import { API_TOKEN_MOUNT, CONTAINER_SECURITY, secretEnv } from '../kubernetes/pod';
import type { Gitlab, Images, Runner } from '../model/model';
import { KEY_NAMES, NAMES } from '../model/names';
import { isAtLeast } from '../model/version';
import { CONFIG_FILES, GITLAB_CA_FOLDER, METRICS_PORT } from '../render/runner-config';

export interface ManagerContainerProps {
  readonly runner: Runner;
  readonly gitlab: Gitlab;
  readonly images: Images;
  /** `config.toml` and the manager's identity, by file name. */
  readonly files: Readonly<Record<string, string>>;
  /** A key in `s3access` that appears when the keys of this rotation are there. */
  readonly marker: string | undefined;
}

/** The manager's container: what it runs, what it may read, and how it is asked whether it is well. */
export function managerContainer({
  runner,
  gitlab,
  images,
  files,
  marker,
}: ManagerContainerProps): Container {
  return {
    name: NAMES.runner,
    image: runner.image,
    imagePullPolicy: images.pullPolicy,
    // SIGTERM makes the manager abort its jobs, SIGQUIT lets them end, and the kubelet sends what the image names.
    command: ['/usr/bin/dumb-init', '--rewrite', '15:3', '--', 'gitlab-runner'],
    args: ['run', '--config', `${CONFIG_FOLDER}/${CONFIG_FILES.config}`, '--working-directory', '/tmp'],
    env: environment(runner, marker),
    ports: [{ name: PORT_NAME, containerPort: METRICS_PORT, protocol: 'TCP' }],
    ...probes(runner),
    resources: {
      requests: { cpu: '50m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
      limits: { cpu: '1', memory: '512Mi', 'ephemeral-storage': '256Mi' },
    },
    securityContext: CONTAINER_SECURITY,
    volumeMounts: mounts(files, gitlab),
  };
}

function probes(runner: Runner): Pick<Container, 'startupProbe' | 'livenessProbe' | 'readinessProbe'> {
  return {
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
  };
}

function mounts(
  files: ManagerContainerProps['files'],
  gitlab: Gitlab,
): NonNullable<Container['volumeMounts']> {
  return [
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
  ];
}

const CONFIG_FOLDER = '/etc/runner-cache';
const PORT_NAME = 'metrics';
/** The volume with GitLab's CA. */
export const CA_VOLUME = 'gitlab-ca';

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
