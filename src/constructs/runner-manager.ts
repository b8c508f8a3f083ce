import { Construct } from 'constructs';
import { accepting } from '../kubernetes/acceptance';
import { acceptedImage } from '../kubernetes/accepted-image';
import { keysElsewhere } from '../kubernetes/elsewhere';
import { contentHash } from '../kubernetes/hash';
import { DNS, networkPolicy, podsNamed, toAnyAddress } from '../kubernetes/network';
import type { PodTemplate, Volume } from '../kubernetes/object';
import { kubeObject } from '../kubernetes/object';
import { API_TOKEN_VOLUME, LEAVES_LOST_NODE, POD_SECURITY, READ_ONLY } from '../kubernetes/pod';
import { serviceAccount } from '../kubernetes/service-account';
import { portOf } from '../model/gitlab-url';
import type { Cluster, Credentials } from '../model/model';
import { labelsOf, NAMES, SELECTOR_LABEL } from '../model/names';
import { CA_VOLUME, managerContainer, type ManagerContainerProps } from './runner-container';

export interface RunnerManagerProps extends ManagerContainerProps {
  readonly cluster: Cluster;
  /** Counting up its rotation rolls the manager over to the new keys. */
  readonly credentials: Credentials;
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
      metadata: {
        ...metadata,
        annotations: accepting({
          'secret-as-env':
            'the runner reads its token and its S3 keys from the environment, so that neither stands in config.toml',
          'single-replica': 'two would ask for twice as many jobs and share one identity',
          ...keysElsewhere(props.credentials),
          ...(runner.token.kind === 'existing' || gitlab.caSecret !== undefined ? FROM_ELSEWHERE : {}),
          ...acceptedImage(runner.image, props.images),
        }),
      },
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

/** What a person puts into the cluster is in no file. */
const FROM_ELSEWHERE = {
  'not-in-these-files':
    'a person puts the token, and what signs GitLab, into the cluster: neither belongs into Git',
} as const;

function podTemplate(props: RunnerManagerProps): PodTemplate {
  const { gitlab, files, credentials } = props;
  return {
    metadata: {
      labels: labelsOf(NAMES.runner),
      annotations: {
        'runner-cache/config': contentHash(files),
        'runner-cache/rotation': String(credentials.rotation),
      },
    },
    spec: {
      ...POD_SECURITY,
      ...LEAVES_LOST_NODE,
      serviceAccountName: NAMES.runner,
      // An hour for running jobs to end; the manager leaves as soon as they have.
      terminationGracePeriodSeconds: 3600,
      containers: [managerContainer(props)],
      volumes: [
        API_TOKEN_VOLUME,
        { name: 'config', configMap: { name: NAMES.runner } },
        { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
        ...(gitlab.caSecret === undefined ? [] : [caVolume(gitlab.caSecret)]),
      ],
    },
  };
}

function caVolume(secretName: string): Volume {
  return {
    name: CA_VOLUME,
    secret: { secretName, defaultMode: READ_ONLY, items: [{ key: 'ca.crt', path: 'ca.crt' }] },
  };
}
