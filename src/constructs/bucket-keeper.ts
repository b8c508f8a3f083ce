import { Construct } from 'constructs';
import { accepting } from '../kubernetes/acceptance';
import { acceptedImage } from '../kubernetes/accepted-image';
import { keysElsewhere } from '../kubernetes/elsewhere';
import type { Pods } from '../kubernetes/network';
import type { PodSpec } from '../kubernetes/object';
import { kubeObject } from '../kubernetes/object';
import { LEAVES_LOST_NODE, POD_SECURITY } from '../kubernetes/pod';
import { labelsOf, NAMES, SELECTOR_LABEL } from '../model/names';
import { KEEPER_LOOP, KEPT_STATE } from '../render/bucket-loop';
import { toolsContainer, toolsPods, toolsVolumes, type BucketToolsProps } from './bucket-tools';

/**
 * Brings back what MinIO forgets with its pod or somebody deletes, and evicts the oldest archives of a bucket that is
 * nearly full. It follows the ConfigMap of bucket-init. A pod of its own: what changes for runners restarts it, and not
 * a MinIO whose cache would be gone.
 */
export class BucketKeeper extends Construct {
  readonly pods: Pods;

  constructor(scope: Construct, id: string, props: BucketToolsProps) {
    super(scope, id);
    const { namespace } = props.store;
    const name = NAMES.bucketKeeper;
    this.pods = toolsPods(this, name, props);
    kubeObject(this, 'Deployment', {
      metadata: {
        name,
        namespace,
        annotations: accepting({
          'liveness-probe':
            'its loop ends each round by itself, and a restart mends nothing that the next round would not',
          'recreate-strategy':
            'the old one would add the user of a runner again that the Job has just removed',
          'single-replica': 'nobody connects to it, and two would do the same work',
          ...keysElsewhere(props.credentials),
          ...acceptedImage(props.store.toolsImage, props.images),
        }),
        labels: labelsOf(name),
      },
      spec: {
        replicas: 1,
        revisionHistoryLimit: 2,
        progressDeadlineSeconds: 1800,
        selector: { matchLabels: { [SELECTOR_LABEL]: name } },
        // The old one would add the user of a runner again that the Job has just removed.
        strategy: { type: 'Recreate' },
        template: { metadata: { labels: labelsOf(name) }, spec: keeperPod(props) },
      },
    });
  }
}

/** It names no rotation and waits for no runner's keys: what changes reaches it through its mounted folders. */
function keeperPod(props: BucketToolsProps): PodSpec {
  return {
    ...POD_SECURITY,
    ...LEAVES_LOST_NODE,
    serviceAccountName: NAMES.bucketKeeper,
    containers: [
      {
        ...toolsContainer(props, { name: NAMES.bucketKeeper, loop: KEEPER_LOOP, env: [] }),
        // Nobody connects to it: a person, and Argo CD, see that MinIO is not as it should be.
        readinessProbe: {
          exec: { command: ['sh', '-c', `[ -s ${KEPT_STATE} ]`] },
          periodSeconds: 10,
          timeoutSeconds: 5,
          failureThreshold: 3,
        },
      },
    ],
    volumes: toolsVolumes(props, { wait: false }),
  };
}
