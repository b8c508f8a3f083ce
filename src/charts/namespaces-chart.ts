import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Namespace } from '../constructs/namespace';
import type { Model } from '../model/model';
import { NAMESPACES_FOLDER } from '../model/names';

/** All namespaces. Its folder sorts first, so that `kubectl apply -R` meets them before what they hold. */
export class NamespacesChart extends Chart {
  static readonly ID = NAMESPACES_FOLDER;

  constructor(scope: Construct, { store, runners, cluster: { kubernetes } }: Model) {
    super(scope, NamespacesChart.ID);
    new Namespace(this, 'Store', { name: store.namespace, podSecurity: 'restricted', kubernetes });
    for (const { namespace, jobs } of runners) {
      new Namespace(this, namespace, { name: namespace, podSecurity: 'restricted', kubernetes });
      // Images of jobs run as root more often than not; docker-in-docker needs a privileged service.
      const podSecurity = jobs.docker ? 'privileged' : 'baseline';
      new Namespace(this, jobs.namespace, { name: jobs.namespace, podSecurity, kubernetes });
    }
  }
}
