import type { Check } from '../check';
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
  each(['batch/Job'], {
    id: 'job-limit',
    severity: 'note',
    rule: 'A Job says how often it is tried',
    why: 'Unsaid, it gives up for ever after 6 failed pods, which is some ten minutes, whether the node or the script is at fault.',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-backoff-failure-policy',
    breaks: (job) =>
      ['backoffLimit', 'backoffLimitPerIndex'].some((field) => job.at('spec', field) !== undefined)
        ? undefined
        : {
            field: ['spec', 'backoffLimit'],
            message: 'This Job gives up for ever after 6 failed pods',
            remedy: 'set "backoffLimit" to how many failures what it waits for may cost',
          },
  }),
  each(['batch/Job', 'batch/CronJob'], {
    id: 'job-deadline',
    severity: 'note',
    rule: 'A Job says how long it may take',
    why: 'A pod that hangs never fails, so no number of tries ends it: it keeps what it has of the node, and the next run of a CronJob waits for it or runs beside it.',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup',
    breaks: (job) => {
      const spec = job.kind === 'Job' ? ['spec'] : ['spec', 'jobTemplate', 'spec'];
      // The deadline of a pod ends that pod, which is then a failed try.
      return [['activeDeadlineSeconds'], ['template', 'spec', 'activeDeadlineSeconds']].some(
        (field) => job.at(...spec, ...field) !== undefined,
      )
        ? undefined
        : {
            field: [...spec, 'activeDeadlineSeconds'],
            message: 'Nothing ends a pod of this Job that hangs',
            remedy:
              'set "activeDeadlineSeconds" to twice what it took at most; or accept this with the reason',
          };
    },
  }),
  each(['batch/CronJob'], {
    id: 'cron-job-deadline',
    severity: 'note',
    rule: 'A CronJob says how late it may start',
    why: 'Without a deadline the controller makes up for a time that it missed, however late: what is meant for the night runs by day.',
    source: 'kubernetes, pkg/controller/cronjob/cronjob_controllerv2.go and utils.go',
    breaks: (job) =>
      job.at('spec', 'startingDeadlineSeconds') !== undefined
        ? undefined
        : {
            field: ['spec', 'startingDeadlineSeconds'],
            message: 'After an outage this CronJob starts however late it is',
            remedy: 'set "startingDeadlineSeconds", to 300 for example',
          },
  }),
];
