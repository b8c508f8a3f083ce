import { Construct } from 'constructs';
import { accepting } from '../kubernetes/acceptance';
import { DNS, networkPolicy, PODS_OF_JOBS, podsNamed, toPods, type Pods } from '../kubernetes/network';
import type { EgressRule } from '../kubernetes/object';
import { roleFor } from '../kubernetes/role';
import { serviceAccount } from '../kubernetes/service-account';
import type { MinioStore, Runner } from '../model/model';
import { JOB_POD_LABEL, NAMES } from '../model/names';
import { executorRules } from './executor-rules';

export interface JobPodsProps {
  readonly runner: Runner;
  readonly store: MinioStore;
}

/** What the jobs may do, and what the manager may do to them. The pods themselves are the manager's. */
export class JobPods extends Construct {
  /** The pods that carry the cache; a job cannot take this label off. */
  readonly pods: Pods;

  constructor(scope: Construct, id: string, { runner, store }: JobPodsProps) {
    super(scope, id);
    const { namespace } = runner.jobs;
    this.pods = jobPodsOf(runner);
    serviceAccount(this, namespace, NAMES.job);
    roleFor(
      this,
      { namespace, name: NAMES.runner },
      { namespace: runner.namespace, name: NAMES.runner },
      executorRules(runner),
      accepting(OF_THE_EXECUTOR),
    );
    const egress = [
      DNS,
      toPods(podsNamed(store.namespace, NAMES.minio), store.endpoint.port),
      ANYWHERE_BUT_METADATA,
    ];
    networkPolicy(this, NAMES.jobPods, this.pods, { ingress: [], egress }, PODS_OF_JOBS);
  }
}

/** What a runner is: nothing of it can be left out, and none of it reaches beyond the namespace of the jobs. */
const OF_THE_EXECUTOR = {
  'rbac-delete': 'the Kubernetes executor takes away the pod and the Secrets of a job that has ended',
  'rbac-pods-create': 'the Kubernetes executor makes a pod for each job',
  'rbac-pods-exec': 'the Kubernetes executor runs the script of a job by attaching to its pod',
  'rbac-secrets-read': 'the Kubernetes executor hands a job its registry keys in a Secret',
  'rbac-secrets-rights': 'the Kubernetes executor makes a Secret for each job',
} as const;

/** Every pod that a runner has made for a job. */
export function jobPodsOf({ jobs }: Runner): Pods {
  return { namespace: jobs.namespace, matchExpressions: [{ key: JOB_POD_LABEL, operator: 'Exists' }] };
}

/**
 * Jobs fetch from everywhere, but not the node's identity. Clouds hand it out at link-local addresses, Alibaba at
 * 100.100.100.200, Azure also at 168.63.129.16, AWS and Google over IPv6 below fd00:ec2:: and at fd20:ce::254.
 */
const ANYWHERE_BUT_METADATA: EgressRule = {
  to: [
    { ipBlock: { cidr: '0.0.0.0/0', except: ['100.100.100.200/32', '168.63.129.16/32', '169.254.0.0/16'] } },
    { ipBlock: { cidr: '::/0', except: ['fd00:ec2::/32', 'fd20:ce::254/128', 'fe80::/10'] } },
  ],
};
