import { App, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { addCharts } from './app';
import { pathText } from './config/fault';
import { judge } from './config/parse';
import type { ConfigurationInput } from './config/schema';

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
    if (model === undefined) {
      const lines = faults.map(({ path, message }) => `  ${pathText(path)}  ${message}`);
      throw new RangeError(`Cannot use the props of RunnerCache "${id}":\n${lines.join('\n')}`);
    }
    this.warnings = warnings.map(({ path, message }) => `${pathText(path)}  ${message}`);
    addCharts(scope, model);
  }
}

/** An app that writes one object a file, one folder a namespace: what reads well in a review. */
export function newApp(): App {
  return new App({ yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
}
