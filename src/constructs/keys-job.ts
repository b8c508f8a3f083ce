import { Construct } from 'constructs';
import { accepting } from '../kubernetes/acceptance';
import { acceptedImage } from '../kubernetes/accepted-image';
import { RENAMED, STAYS } from '../kubernetes/argocd';
import { contentHash } from '../kubernetes/hash';
import { DNS, networkPolicy, podsNamed, toAnyAddress } from '../kubernetes/network';
import type { PodTemplate } from '../kubernetes/object';
import { kubeObject } from '../kubernetes/object';
import {
  API_TOKEN_MOUNT,
  API_TOKEN_VOLUME,
  CONTAINER_SECURITY,
  memoryFolder,
  POD_SECURITY,
  RETRIES,
} from '../kubernetes/pod';
import { serviceAccount } from '../kubernetes/service-account';
import type { ImageReference } from '../model/image';
import type { Images } from '../model/model';
import { labelsOf, NAMES } from '../model/names';

export interface KeysJobProps {
  readonly namespace: string;
  readonly image: ImageReference;
  readonly images: Images;
  readonly script: string;
  readonly apiServerPorts: readonly number[];
}

/** Fills the Secrets that Git holds without data. A person who loses one deletes the Job and applies again. */
export class KeysJob extends Construct {
  constructor(scope: Construct, id: string, props: KeysJobProps) {
    super(scope, id);
    const { namespace, apiServerPorts } = props;
    const name = NAMES.keysJob;
    const template = podTemplate(props);
    serviceAccount(this, namespace, name);
    kubeObject(this, 'Job', {
      metadata: {
        name: `${name}-${contentHash(template)}`,
        namespace,
        annotations: { ...RENAMED, ...accepting({ ...STAYS, ...acceptedImage(props.image, props.images) }) },
        labels: labelsOf(name),
      },
      spec: { ...RETRIES, template },
    });
    networkPolicy(this, name, podsNamed(namespace, name), {
      ingress: [],
      egress: [DNS, toAnyAddress(apiServerPorts)],
    });
  }
}

function podTemplate({ image, images, script }: KeysJobProps): PodTemplate {
  return {
    metadata: { labels: labelsOf(NAMES.keysJob) },
    spec: {
      ...POD_SECURITY,
      serviceAccountName: NAMES.keysJob,
      restartPolicy: 'Never',
      containers: [
        {
          name: NAMES.keysJob,
          image,
          imagePullPolicy: images.pullPolicy,
          command: ['sh', '-c', script],
          resources: {
            requests: { cpu: '50m', memory: '32Mi', 'ephemeral-storage': '16Mi' },
            limits: { cpu: '500m', memory: '64Mi', 'ephemeral-storage': '64Mi' },
          },
          securityContext: CONTAINER_SECURITY,
          volumeMounts: [API_TOKEN_MOUNT, { name: 'tmp', mountPath: '/tmp' }],
        },
      ],
      volumes: [API_TOKEN_VOLUME, memoryFolder('tmp', '1Mi')],
    },
  };
}
