import { mapOf } from '../../manifests/value';
import type { Check, Fault } from '../check';
import { perRunner } from './per-runner';
import { runnerConfigs } from '../../system/runners/runner-configs';

/** How many run at once, and who is who. */
export const CONCURRENCY_CHECKS: readonly Check[] = [
  {
    id: 'runner-shared-system-id',
    severity: 'error',
    rule: 'Managers do not share a system id',
    why: 'GitLab takes two managers with one id for the same one, and their jobs get mixed up.',
    source: 'gitlab-runner’s chart, merge requests 417 and 488 (reverted for this)',
    find: (system) =>
      system.view(runnerConfigs).flatMap(({ manifest, managers }): Fault[] => {
        const id = mapOf(manifest.at(manifest.kind === 'Secret' ? 'stringData' : 'data'));
        if (!Object.hasOwn(id, '.runner_system_id')) return [];
        return managers.flatMap((workload): Fault[] => {
          const replicas = workload.manifest.at('spec', 'replicas');
          if (typeof replicas !== 'number' || replicas < 2) return [];
          return [
            {
              spot: { manifest: workload.manifest, path: ['spec', 'replicas'] },
              message: `${replicas} managers share the system id of "${manifest.name}"`,
              remedy: 'write `replicas: 1`, or remove ".runner_system_id"',
            },
          ];
        });
      }),
  },
  {
    id: 'runner-concurrency',
    severity: 'warning',
    rule: 'A manager may run a job of each of its runners at once',
    why: '`concurrent` holds for all of them together: runners beyond it wait for each other.',
    source: 'docs.gitlab.com/runner/configuration/advanced-configuration',
    find: (system) =>
      system.view(runnerConfigs).flatMap((config): Fault[] => {
        const concurrent = config.global.at('concurrent') ?? 1;
        const count = config.runners.length;
        if (typeof concurrent !== 'number' || concurrent >= count || config.isTemplate) return [];
        return [
          {
            spot: config.spotOf('concurrent'),
            message: `${count} runners share ${String(concurrent)} job${concurrent === 1 ? '' : 's'} at a time`,
            remedy: `write concurrent = ${count} or more`,
          },
        ];
      }),
  },
  {
    id: 'runner-request-concurrency',
    severity: 'note',
    rule: 'A runner of several jobs asks for more than one at a time',
    why: 'GitLab holds a request for up to a minute, and the next job waits behind it.',
    source: 'gitlab-runner, commands/multi.go (its own warning at start)',
    find: perRunner(function* (runner) {
      const concurrent = runner.config.global.at('concurrent');
      if (runner.at('request_concurrency') !== 1 || typeof concurrent !== 'number' || concurrent < 2) return;
      if (runner.at('limit') === 1) return;
      yield {
        spot: runner.spotOf('request_concurrency'),
        message: 'One request at a time holds back the next job while GitLab waits',
        remedy: 'write request_concurrency = 2, or up to 4',
      };
    }),
  },
];
