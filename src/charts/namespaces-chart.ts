import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Namespace } from '../constructs/namespace';
import { NAMESPACES_FOLDER } from '../model/names';
import type { Part } from '../model/parts';
import type { Version } from '../model/version';

/** All namespaces of what is delivered together. Its folder sorts first, so that `kubectl apply -R` meets them before what they hold. */
export class NamespacesChart extends Chart {
  static readonly ID = NAMESPACES_FOLDER;

  constructor(scope: Construct, { store, runners }: Part, kubernetes: Version) {
    super(scope, NamespacesChart.ID);
    if (store !== undefined)
      new Namespace(this, 'Store', { name: store.namespace, podSecurity: 'restricted', kubernetes });
    for (const { namespace, jobs } of runners) {
      new Namespace(this, namespace, { name: namespace, podSecurity: 'restricted', kubernetes });
      // Images of jobs run as root more often than not; docker-in-docker needs a privileged service.
      const podSecurity = jobs.docker ? 'privileged' : 'baseline';
      new Namespace(this, jobs.namespace, { name: jobs.namespace, podSecurity, kubernetes });
    }
  }
}
