import { formatFaults } from '../config/fault';
import { readConfiguration } from '../config/read';
import type { Model, Runner } from '../model/model';
import { NAMES } from '../model/names';
import { chartValues, OLDEST_CHART } from '../render/chart-values';
import { secretWriter } from '../secrets';
import { nearest } from '../text/closest';
import { quoted } from '../text/shown';
import type { Outcome } from './outcome';

export interface ValuesOptions {
  readonly config: string;
  /** Where there are several. */
  readonly runner?: string;
}

/** Values for GitLab's chart of the runner, which then takes the part of our manager; the rest of the manifests stays. */
export function values({ config, runner: name }: ValuesOptions): Outcome {
  const { model, faults, warnings } = readConfiguration(config);
  const messages = formatFaults(config === '-' ? 'standard input' : config, [...faults, ...warnings]);
  if (model === undefined) return { out: '', err: messages, code: 1 };
  const runner = model.runners.find((one) => one.name === (name ?? only(model)));
  if (runner === undefined) return { out: '', err: `${messages}${choiceText(model, name)}\n`, code: 2 };
  return {
    out: `${header(runner)}${chartValues(runner, model, secretWriter(model).marker)}`,
    err: `${messages}${notes(runner, model)}`,
    code: 0,
  };
}

function only({ runners }: Model): string | undefined {
  return runners.length === 1 ? runners[0]?.name : undefined;
}

function choiceText({ runners }: Model, name: string | undefined): string {
  const names = runners.map((one) => one.name);
  if (name === undefined) return `Cannot choose a runner: expected \`--runner\` with one of ${quoted(names)}`;
  const near = nearest(name, names);
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  return `Cannot find runner "${name}": expected one of ${quoted(names)}${hint}`;
}

function header({ namespace }: Runner): string {
  return [
    `# Values of gitlab/gitlab-runner ${OLDEST_CHART} or newer: older charts ignore runners.configOverride without a word.`,
    `# helm upgrade --install gitlab-runner gitlab/gitlab-runner --namespace ${namespace} --values FILE`,
    '',
  ].join('\n');
}

/** What changes beside the values, and what the chart cannot say. */
function notes(runner: Runner, model: Model): string {
  const { namespace, name } = runner;
  const rows = [
    ['Leave out', `${namespace}/Deployment.${NAMES.runner}.k8s.yaml: the chart's takes its part`],
    [
      'Leave out',
      `${namespace}/ConfigMap.${NAMES.runner}.k8s.yaml: the chart's has the same \`config.toml\``,
    ],
    ['Keep', 'all other manifests: namespaces, store, keys, the Role of the jobs, ServiceAccounts, policies'],
    [
      'Differs',
      "the chart's liveness probe asks GitLab, whose outage then restarts the manager; chart 0.94 can turn it off: livenessProbe.enabled",
    ],
    ['Differs', 'the identity of the manager is new with each pod: GitLab lists one more manager each time'],
    [
      'Differs',
      "the root file system is writable, as the chart's entrypoint copies `config.toml` at its start",
    ],
    [
      'Differs',
      'no readiness by the cache: a manager that could not prove it is started again, but not told by its probe',
    ],
    ...(model.delivery.kind === 'argocd'
      ? [
          [
            'Differs',
            `Argo CD puts back what you leave out of runner "${name}": give the chart's release an Application of its own`,
          ],
        ]
      : []),
  ];
  return rows.map(([word = '', text = '']) => `${`${word}:`.padEnd(11)}${text}\n`).join('');
}
