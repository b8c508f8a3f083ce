import { listOf, mapOf, textOf } from '../../manifests/value';
import type { Pod } from '../../network/pod';
import type { ConfiguredRunner } from '../runners/runner-configs';

/** Only pods of jobs have it. */
export const JOB_POD = 'job.runner.gitlab.com/pod';

/** The labels of a job pod are made by the runner. (gitlab-runner, executors/kubernetes/kubernetes.go, `buildLabels`) */
export function isRunnersLabel(key: string): boolean {
  return /^(?:job|manager|project)\.runner\.gitlab\.com\//.test(key);
}

export function jobPodOf(runner: ConfiguredRunner, namespace: string): Pod {
  const own = Object.entries(mapOf(runner.at('kubernetes', 'pod_labels')));
  const open =
    (textOf(runner.at('kubernetes', 'pod_labels_overwrite_allowed')) ?? '') !== '' ||
    listOf(runner.at('kubernetes', 'pod_spec')).length > 0;
  const values = new Map<string, string | undefined>([
    ...own.map(([key, value]) => [key, literal(textOf(value))] as const),
    ...UNKNOWN.map((key) => [key, undefined] as const),
    ['manager.runner.gitlab.com/name', runner.name === '' ? undefined : literal(sanitized(runner.name))],
  ]);
  return { namespace, labels: { values, open }, ports: [], isOnHost: false };
}

const UNKNOWN = [
  'pod',
  JOB_POD,
  'manager.runner.gitlab.com/id-short',
  ...['id', 'name', 'namespace', 'namespace-id', 'root-namespace', 'root-namespace-id'].map(
    (key) => `project.runner.gitlab.com/${key}`,
  ),
];

/** What holds a variable is known only to the job. */
function literal(value: string | undefined): string | undefined {
  return value?.includes('$') === true ? undefined : value;
}

/** As the runner makes a label's value of a name. (gitlab-runner, executors/kubernetes/util.go, `sanitizeLabel`) */
function sanitized(name: string): string {
  const trim = (text: string): string => text.replace(/^[-_.]+|[-_.]+$/g, '');
  return trim(trim(name.replace(/[^A-Za-z0-9\-_.]/g, '_')).slice(0, 63));
}
