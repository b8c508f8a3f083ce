import type { PolicyRule } from '../kubernetes/object';
import type { Runner } from '../model/model';
import { featureFlag, kubernetesSettings } from '../model/runner-features';

/**
 * What the Kubernetes executor needs in the namespace of its jobs, by the features that are on. From the runner's own
 * table; `services` is not in it, because only service ports and the web terminal need them.
 */
export function executorRules(runner: Runner): readonly PolicyRule[] {
  const settings = kubernetesSettings(runner);
  const attaches = !featureFlag(runner, 'FF_USE_LEGACY_KUBERNETES_EXECUTION_STRATEGY');
  const events = [
    ...(settings.print_pod_warning_events === false ? [] : ['list']),
    ...(featureFlag(runner, 'FF_PRINT_POD_EVENTS') ? ['watch'] : []),
  ];
  return [
    core('pods', ['create', 'delete', 'get', 'list', 'watch']),
    ...(attaches ? [core('pods/attach', ['create', 'delete', 'get', 'patch'])] : []),
    core('pods/exec', ['create', 'delete', 'get', 'patch']),
    ...(attaches ? [core('pods/log', ['get', 'list'])] : []),
    core('secrets', ['create', 'delete', 'get', 'update']),
    core('serviceaccounts', ['get']),
    ...(events.length > 0 ? [core('events', events)] : []),
    ...(settings.pod_disruption_budget === true
      ? [{ apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: ['create', 'get'] }]
      : []),
  ];
}

function core(resource: string, verbs: readonly string[]): PolicyRule {
  return { apiGroups: [''], resources: [resource], verbs };
}
