import { at, listOf, textOf } from '../../manifests/value';
import { workloadOf } from '../../manifests/workload';
import type { Manifest } from '../../manifests/manifest';
import type { Check } from '../check';
import type { System } from '../system';
import { each } from './row';

/** How a new pod takes the place of the old one, and how long what has ended stays. */
export const ROLLOUT: readonly Check[] = [
  each(['apps/Deployment'], {
    id: 'recreate-strategy',
    severity: 'note',
    rule: 'A Deployment starts the new pod before it ends the old one',
    why: 'With "Recreate" each change is an outage. It is right where two pods cannot be: with one volume, or one identity.',
    source: 'kube-score, README_CHECKS.md, deployment-strategy; Kubescape C-0305',
    breaks: (deployment) =>
      deployment.at('spec', 'strategy', 'type') !== 'Recreate'
        ? undefined
        : {
            field: ['spec', 'strategy', 'type'],
            message: 'Each change of this Deployment is an outage',
            remedy:
              'use "RollingUpdate", or a StatefulSet where pods have a volume, or accept this with the reason',
          },
  }),
  each(['apps/Deployment'], {
    id: 'rolling-update-with-claim',
    severity: 'warning',
    rule: 'A rolling update does not wait for a volume of the old pod',
    why: 'A ReadWriteOnce volume is attached to one node: a new pod on another node waits for ever, and the old one waits for the new.',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
    breaks: (deployment, system) => {
      const claim = startsBeside(deployment) ? singleClaim(deployment, system) : undefined;
      return claim === undefined
        ? undefined
        : {
            field: ['spec', 'strategy'],
            message: `The new pod waits for the claim "${claim}", which the old pod has until the new one is ready`,
            remedy: 'set "strategy.type" to "Recreate", or use a StatefulSet',
          };
    },
  }),
  each(['batch/Job'], {
    id: 'job-ttl',
    severity: 'note',
    rule: 'What a Job leaves is taken away after a time',
    why: 'Complete Jobs and their pods stay until somebody deletes them. But Argo CD makes a Job again that is gone, unless it is a hook.',
    source: 'kube-linter, check job-ttl-seconds-after-finished; argo-cd issue 8586',
    breaks: (job) =>
      typeof job.at('spec', 'ttlSecondsAfterFinished') === 'number'
        ? undefined
        : {
            field: ['spec', 'ttlSecondsAfterFinished'],
            message: 'This Job and its pods stay after they are complete',
            remedy:
              'set "ttlSecondsAfterFinished" to 600 and, under Argo CD, make it a hook; or accept this with the reason',
          },
  }),
  each(['batch/CronJob'], {
    id: 'cron-job-deadline',
    severity: 'note',
    rule: 'A CronJob says how late it may start',
    why: 'After 100 missed times without a deadline the controller gives up and starts it no more.',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline',
    breaks: (job) =>
      job.at('spec', 'startingDeadlineSeconds') !== undefined
        ? undefined
        : {
            field: ['spec', 'startingDeadlineSeconds'],
            message: 'After 100 missed times this CronJob starts no more',
            remedy: 'set "startingDeadlineSeconds", to 300 for example',
          },
  }),
];

/** The default is a quarter more pods, rounded up. */
function startsBeside(deployment: Manifest): boolean {
  if (deployment.at('spec', 'strategy', 'type') === 'Recreate') return false;
  const surge = deployment.at('spec', 'strategy', 'rollingUpdate', 'maxSurge');
  return surge !== 0 && surge !== '0' && surge !== '0%';
}

/** Undefined also for a claim that is in no file: its access modes are not known. */
function singleClaim(deployment: Manifest, system: System): string | undefined {
  return listOf(workloadOf(deployment)?.spec.volumes)
    .map((volume) => textOf(at(volume, 'persistentVolumeClaim', 'claimName')) ?? '')
    .find((name) => {
      const claim = system.tryFind('', 'PersistentVolumeClaim', deployment.namespace, name);
      const modes = listOf(claim?.at('spec', 'accessModes'));
      return modes.length > 0 && modes.every((mode) => textOf(mode)?.startsWith('ReadWriteOnce'));
    });
}
