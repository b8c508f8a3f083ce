import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ArgocdChart } from './charts/argocd-chart';
import { JobsChart } from './charts/jobs-chart';
import { NamespacesChart } from './charts/namespaces-chart';
import { RunnerChart } from './charts/runner-chart';
import { StoreChart } from './charts/store-chart';
import { acceptIn, objectsIn, tellScanners, type Homeless } from './kubernetes/acceptance';
import { sayClosed } from './kubernetes/closed';
import { sayApart } from './kubernetes/host';
import { rightsOf } from './kubernetes/rights';
import { addWaves } from './kubernetes/waves';
import type { Model } from './model/model';
import { partsOf, type Part } from './model/parts';
import { secretWriter, type SecretWriter } from './secrets';

/**
 * The whole system: one chart a namespace. No chart waits for another one. A pod waits for the keys that it reads,
 * bucket-init for MinIO, and the runner proves its cache before it is ready, so any order of applying ends well.
 *
 * The result are exceptions of objects that there are not.
 */
export function addCharts(scope: Construct, model: Model): readonly Homeless[] {
  const { delivery } = model;
  const secrets = secretWriter(model);
  const parts = partsOf(model);
  const objects = parts.flatMap((part) => addPart(scope, part, model, secrets));
  if (delivery.kind === 'argocd') {
    sayApart(objects);
    sayClosed(objects);
    if (delivery.ordering === 'gated') addWaves(objects);
    new ArgocdChart(scope, { delivery, parts, rights: rightsOf(objects) });
  }
  const homeless = acceptIn(scope, model.exceptions);
  tellScanners(scope);
  return homeless;
}

/** What is delivered together, in a folder of its own where there are several. */
function addPart(scope: Construct, part: Part, model: Model, secrets: SecretWriter): readonly ApiObject[] {
  const home = part.folder === '' ? scope : new Construct(scope, part.folder);
  new NamespacesChart(home, part, model.cluster.kubernetes);
  if (part.store !== undefined) new StoreChart(home, model, secrets);
  for (const runner of part.runners) {
    new RunnerChart(home, runner, model, secrets);
    new JobsChart(home, runner, model);
  }
  return objectsIn(home);
}
