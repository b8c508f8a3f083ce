import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { JobPods } from '../constructs/job-pods';
import { defaultDeny, PODS_OF_JOBS } from '../kubernetes/network';
import type { Model, Runner } from '../model/model';

/** Where one runner's jobs run. */
export class JobsChart extends Chart {
  constructor(scope: Construct, runner: Runner, { store }: Model) {
    super(scope, runner.jobs.namespace);
    defaultDeny(this, runner.jobs.namespace, PODS_OF_JOBS);
    new JobPods(this, 'Jobs', { runner, store });
  }
}
