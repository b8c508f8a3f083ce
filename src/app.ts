import type { Construct } from 'constructs';
import { JobsChart } from './charts/jobs-chart';
import { NamespacesChart } from './charts/namespaces-chart';
import { RunnerChart } from './charts/runner-chart';
import { StoreChart } from './charts/store-chart';
import { acceptIn, tellScanners, type Homeless } from './kubernetes/acceptance';
import type { Model } from './model/model';
import { secretWriter } from './secrets';

/**
 * The whole system: one chart a namespace. No chart waits for another one. A pod waits for the keys that it reads,
 * bucket-init for MinIO, and the runner proves its cache before it is ready, so any order of applying ends well.
 *
 * The result are exceptions of objects that there are not.
 */
export function addCharts(scope: Construct, model: Model): readonly Homeless[] {
  const secrets = secretWriter(model.credentials);
  new NamespacesChart(scope, model);
  new StoreChart(scope, model, secrets);
  for (const runner of model.runners) {
    new RunnerChart(scope, runner, model, secrets);
    new JobsChart(scope, runner, model);
  }
  const homeless = acceptIn(scope, model.exceptions);
  tellScanners(scope);
  return homeless;
}
