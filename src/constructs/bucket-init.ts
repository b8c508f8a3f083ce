import { Construct } from 'constructs';
import { accepting } from '../kubernetes/acceptance';
import { acceptedImage } from '../kubernetes/accepted-image';
import { RENAMED, STAYS } from '../kubernetes/argocd';
import { keysElsewhere } from '../kubernetes/elsewhere';
import { contentHash } from '../kubernetes/hash';
import type { Pods } from '../kubernetes/network';
import type { EnvVar, PodTemplate } from '../kubernetes/object';
import { kubeObject } from '../kubernetes/object';
import { POD_SECURITY, RETRIES } from '../kubernetes/pod';
import { labelsOf, NAMES } from '../model/names';
import { JOB_LOOP } from '../render/bucket-loop';
import { BUCKET_SCRIPT } from '../render/bucket-script';
import { toolsContainer, toolsPods, toolsVolumes, type BucketToolsProps } from './bucket-tools';

export interface BucketInitProps extends BucketToolsProps {
  /** Scripts, policies and lifecycle rule, by file name. */
  readonly files: Readonly<Record<string, string>>;
  /** What the keys Job writes when it is done with this rotation; the Job waits for it. */
  readonly marker: string | undefined;
  /** Whether the scripts empty buckets once for a new token. */
  readonly purges: boolean;
}

/**
 * Makes the buckets, the users and their policies, and proves them. A Job whose name changes with what it does, since
 * a Job's template cannot be changed.
 */
export class BucketInit extends Construct {
  readonly pods: Pods;

  constructor(scope: Construct, id: string, props: BucketInitProps) {
    super(scope, id);
    const { store, files, credentials } = props;
    const { namespace } = store;
    const name = NAMES.bucketInit;
    // Counting up runs it again; and a store of another kind begins empty, with the same script.
    const revision = contentHash([files, jobTemplate(props, []), credentials.rotation, store.storage.kind]);
    this.pods = toolsPods(this, name, props);
    kubeObject(this, 'ConfigMap', {
      metadata: { name, namespace, labels: labelsOf(name), ...(props.purges && { annotations: PURGES }) },
      data: { ...files, [BUCKET_SCRIPT.revision]: revision },
    });
    kubeObject(this, 'Job', {
      metadata: {
        name: `${name}-${revision}`,
        namespace,
        annotations: {
          ...RENAMED,
          ...accepting({
            ...STAYS,
            ...keysElsewhere(credentials),
            ...acceptedImage(store.toolsImage, props.images),
          }),
        },
        labels: labelsOf(name),
      },
      spec: { ...RETRIES, template: jobTemplate(props, [{ name: 'REVISION', value: revision }]) },
    });
  }
}

const PURGES = accepting({ 'bucket-purged': 'cache.purgeToken asks for it: once for each new value' });

/** With its own revision in the environment, so that it waits for the ConfigMap of its commit. */
function jobTemplate(props: BucketInitProps, env: readonly EnvVar[]): PodTemplate {
  return {
    metadata: { labels: labelsOf(NAMES.bucketInit) },
    spec: {
      ...POD_SECURITY,
      serviceAccountName: NAMES.bucketInit,
      restartPolicy: 'Never',
      containers: [toolsContainer(props, { name: NAMES.bucketInit, loop: JOB_LOOP, env })],
      volumes: toolsVolumes(props, { wait: true, marker: props.marker }),
    },
  };
}
