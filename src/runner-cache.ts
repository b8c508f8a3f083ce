import { App, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { addCharts } from './app';
import { pathText, type Fault } from './config/fault';
import { homelessFaults } from './config/homeless';
import { judge } from './config/parse';
import type { ConfigurationInput } from './config/schema';
import { withoutFileFaults } from './config/sealed';

/** What a `runner-cache.yaml` says, in TypeScript: the same keys, the same defaults. */
export type RunnerCacheProps = ConfigurationInput;

/**
 * A GitLab Runner cache with all that belongs to it, as charts of the scope: one a namespace.
 *
 * @throws RangeError with all faults of the props at once, a line each.
 */
export class RunnerCache extends Construct {
  /** What was accepted with a warning, such as keys in clear. Print it. */
  readonly warnings: readonly string[];

  constructor(scope: Construct, id: string, props: RunnerCacheProps) {
    super(scope, id);
    const { model, faults, warnings } = judge(props);
    if (model === undefined) throw unusable(id, faults);
    if (model.delivery.kind === 'argocd') throw unusable(id, [NO_FOLDERS]);
    const withoutFile = withoutFileFaults(model);
    if (withoutFile.length > 0) throw unusable(id, withoutFile);
    this.warnings = warnings.map(({ path, message }) => `${pathText(path)}  ${message}`);
    const homeless = homelessFaults(addCharts(scope, model));
    if (homeless.length > 0) throw unusable(id, homeless);
  }
}

/** cdk8s names a folder after its chart and knows none above it. */
const NO_FOLDERS: Fault = {
  path: ['delivery', 'kind'],
  message:
    'Cannot deliver with Argo CD from an app of cdk8s, which has no folder for each Application: expected "plain", or a runner-cache.yaml and `runner-cache synth`',
};

function unusable(id: string, faults: readonly Fault[]): RangeError {
  const lines = faults.map(({ path, message }) => `  ${pathText(path)}  ${message}`);
  return new RangeError(`Cannot use the props of RunnerCache "${id}":\n${lines.join('\n')}`);
}

/** An app that writes one object a file, one folder a namespace: what reads well in a review. */
export function newApp(): App {
  return new App({ yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
}
