import { stringify } from 'yaml';
import type { Model, Runner } from '../model/model';
import { KEY_NAMES, NAMES, SELECTOR_LABEL } from '../model/names';
import { GITLAB_CA_FOLDER, runnerConfig } from './runner-config';

/** The first chart that takes a whole `config.toml`. (gitlab.com/gitlab-org/charts/gitlab-runner, merge request 544) */
export const OLDEST_CHART = '0.89.0';

/**
 * Values of GitLab's chart of the runner, for who keeps that: the same `config.toml`, keys, token and account as in our own
 * manifests, so that what surrounds the manager there fits the chart's pod too. `marker` is the key in `s3access` that is
 * there when the keys of this rotation are.
 */
export function chartValues(runner: Runner, model: Model, marker: string | undefined): string {
  return stringify(
    {
      image: imageParts(runner.image),
      imagePullPolicy: model.images.pullPolicy,
      gitlabUrl: model.gitlab.url,
      replicas: 1,
      unregisterRunners: false,
      terminationGracePeriodSeconds: 3600,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      rbac: { create: false, serviceAccountName: NAMES.runner },
      serviceAccount: { create: false, name: NAMES.runner },
      automountServiceAccountToken: true,
      // What the NetworkPolicy of the manager selects.
      podLabels: { [SELECTOR_LABEL]: NAMES.runner },
      podAnnotations: { 'runner-cache/rotation': String(model.credentials.rotation) },
      envVars: [{ name: 'AWS_EC2_METADATA_DISABLED', value: 'true' }],
      extraEnvFrom: environment(runner, marker),
      ...SECURITY,
      ...certificates(model),
      runners: { configOverride: forTpl(runnerConfig(runner, model)) },
    },
    { lineWidth: 0 },
  );
}

/** The chart joins them with a `/` and a `:`. */
function imageParts(reference: string): { registry: string; image: string; tag: string } {
  const [, registry = '', image = '', tag = ''] = /^([^/]+)\/(.+?):([^/]+)$/.exec(reference) ?? [];
  return { registry, image, tag };
}

/** The token and the keys come from the environment, and the pod waits until they are there. */
function environment({ token }: Runner, marker: string | undefined): Record<string, unknown> {
  const of = (name: string, key: string) => ({ secretKeyRef: { name, key } });
  return {
    AWS_ACCESS_KEY_ID: of(NAMES.runnerKeys, KEY_NAMES.access),
    AWS_SECRET_ACCESS_KEY: of(NAMES.runnerKeys, KEY_NAMES.secret),
    CI_SERVER_TOKEN: of(token.secret, token.key),
    ...(marker === undefined ? {} : { RUNNER_CACHE_KEYS: of(NAMES.runnerKeys, marker) }),
  };
}

/** As Pod Security `restricted` asks; the chart's entrypoint writes into its home, so the root stays writable. */
const SECURITY = {
  podSecurityContext: {
    runAsNonRoot: true,
    runAsUser: 100,
    runAsGroup: 65533,
    fsGroup: 65533,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: false,
    runAsNonRoot: true,
    privileged: false,
    capabilities: { drop: ['ALL'] },
  },
  resources: {
    requests: { cpu: '50m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
    limits: { cpu: '1', memory: '512Mi', 'ephemeral-storage': '256Mi' },
  },
} as const;

function certificates({ gitlab: { caSecret } }: Model): object {
  if (caSecret === undefined) return {};
  return {
    volumes: [
      { name: 'gitlab-ca', secret: { secretName: caSecret, items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    ],
    volumeMounts: [{ name: 'gitlab-ca', mountPath: GITLAB_CA_FOLDER, readOnly: true }],
  };
}

/** The chart hands the text to `tpl`, for which two braces begin a template. */
function forTpl(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}
