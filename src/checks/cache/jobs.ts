import { at, isMap, listOf, mapOf, textOf, type Value } from '../../manifests/value';
import { shown } from '../../text/shown';
import type { Check, Fault } from '../check';
import { minioNamespaces } from './minio-servers';
import { perRunner } from './per-runner';
import type { ConfiguredRunner } from '../../system/runners/runner-configs';

const DOCS = 'docs.gitlab.com/runner/executors/kubernetes';

/** The pods of the jobs. */
export const JOB_CHECKS: readonly Check[] = [
  {
    id: 'runner-privileged-jobs',
    severity: 'error',
    rule: 'No job is privileged; Docker’s service alone may be',
    why: 'Privileged means root on the node: every author of a job gets at all that runs there, with its Secrets.',
    source: `${DOCS}; gitlab-runner, common/config.go (GetContainerSecurityContext)`,
    find: perRunner(function* (runner) {
      if (!isPrivileged(runner, 'build')) return;
      const path = runner.at('kubernetes', 'privileged') === true ? ['privileged'] : context('build');
      yield {
        spot: runner.spotOf('kubernetes', ...path),
        message: 'Each job is root on its node',
        remedy:
          'write privileged = false; for Docker write `[runners.kubernetes.service_container_security_context]` privileged = true, with `allowed_services`',
      };
    }),
  },
  {
    id: 'runner-privileged-services',
    severity: 'error',
    rule: 'Where services are privileged, the runner says which',
    why: 'Without `allowed_services` the author of a job chooses any image, and it is root on the node.',
    source: DOCS,
    find: perRunner(function* (runner) {
      if (isPrivileged(runner, 'build') || !isPrivileged(runner, 'service')) return;
      if (listOf(runner.at('kubernetes', 'allowed_services')).length > 0) return;
      yield {
        spot: runner.spotOf('kubernetes', ...context('service')),
        message: 'Any image that a job names as a service is root on its node',
        remedy: 'write allowed_services = ["docker:*-dind"]',
      };
    }),
  },
  {
    id: 'runner-job-namespace',
    severity: 'warning',
    rule: 'Privileged jobs have a namespace of their own',
    why: 'The namespace must let privileged pods in, and the runner’s Role reads each Secret in it: the manager’s and MinIO’s too.',
    source: `${DOCS} (RBAC: secrets get)`,
    find: perRunner(function* (runner, system) {
      if (!isPrivileged(runner, 'build') && !isPrivileged(runner, 'service')) return;
      const { jobNamespace: namespace, config } = runner;
      if (namespace === undefined || namespace === '') return;
      const isMinio = system.view(minioNamespaces).has(namespace);
      if (!isMinio && !config.managers.some(({ manifest }) => manifest.namespace === namespace)) return;
      yield {
        spot: runner.spotOf('kubernetes', 'namespace'),
        message: `Privileged pods of jobs run in "${namespace}", beside ${isMinio ? 'MinIO' : 'the manager'} and its Secrets`,
        remedy: 'write a namespace of its own for the jobs',
      };
    }),
  },
  {
    id: 'runner-namespace-level',
    severity: 'error',
    rule: 'The namespace of the jobs lets their pods in',
    why: 'Pod Security refuses each job pod, so that each job fails before it starts.',
    source: 'kubernetes.io, Pod Security Standards: baseline refuses privileged containers',
    find: perRunner(function* (runner, system) {
      const { jobNamespace } = runner;
      const namespace = jobNamespace && system.tryFind('', 'Namespace', '', jobNamespace);
      if (namespace === undefined || namespace === '') return;
      const level = namespace.at('metadata', 'labels', 'pod-security.kubernetes.io/enforce');
      if (level !== 'baseline' && level !== 'restricted') return;
      const demand = demandOf(runner, level);
      if (demand === undefined) return;
      yield {
        spot: runner.spotOf('kubernetes', 'namespace'),
        message: `Namespace "${jobNamespace ?? ''}" enforces "${level}" and refuses this runner’s pods: ${demand.why}`,
        remedy: `give the namespace the level "${demand.level}", or ${demand.remedy}`,
      };
    }),
  },
  {
    id: 'runner-volume-name',
    severity: 'error',
    rule: 'Each volume of the jobs has a name of its own, as Kubernetes allows it',
    why: 'The name becomes that of the pod’s volume: the API server refuses every job pod.',
    source: `${DOCS} (volumes); gitlab-runner, executors/kubernetes (getVolumes)`,
    find: perRunner(function* (runner) {
      const seen = new Set<string>();
      for (const { path, name } of volumesOf(runner)) {
        const isLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name);
        if (isLabel && !seen.has(name)) seen.add(name);
        else yield volumeFault(runner, path, name, isLabel);
      }
    }),
  },
];

interface Demand {
  readonly why: string;
  readonly level: string;
  readonly remedy: string;
}

/** What a level refuses for sure. */
function demandOf(runner: ConfiguredRunner, level: 'baseline' | 'restricted'): Demand | undefined {
  if (!runner.isOnKubernetes) return undefined;
  if (isPrivileged(runner, 'build') || isPrivileged(runner, 'service'))
    return { why: 'they are privileged', level: 'privileged', remedy: 'write privileged = false' };
  const mayEscalate = [[], ['build_container_security_context']].every(
    (table) => runner.at('kubernetes', ...table, 'allow_privilege_escalation') !== false,
  );
  if (level === 'baseline' || !mayEscalate || runner.at('kubernetes', 'pod_spec') !== undefined)
    return undefined;
  return {
    why: 'nothing says allow_privilege_escalation = false',
    level: 'baseline',
    remedy: 'write the security contexts of "restricted" for build, helper and services',
  };
}

type Role = 'build' | 'service';

function context(role: Role): string[] {
  return [`${role}_container_security_context`, 'privileged'];
}

/** The container’s own setting wins over the one for all. */
function isPrivileged(runner: ConfiguredRunner, role: Role): boolean {
  if (!runner.isOnKubernetes) return false;
  const own = runner.at('kubernetes', ...context(role));
  return (typeof own === 'boolean' ? own : runner.at('kubernetes', 'privileged')) === true;
}

function volumesOf(runner: ConfiguredRunner): readonly { path: (string | number)[]; name: string }[] {
  return Object.entries(mapOf(runner.at('kubernetes', 'volumes'))).flatMap(([kind, list]) =>
    listOf(list).flatMap((volume: Value, index) => {
      const name = isMap(volume) ? textOf(at(volume, 'name')) : undefined;
      return name === undefined ? [] : [{ path: ['kubernetes', 'volumes', kind, index, 'name'], name }];
    }),
  );
}

function volumeFault(
  runner: ConfiguredRunner,
  path: readonly (string | number)[],
  name: string,
  isLabel: boolean,
): Fault {
  return {
    spot: runner.spotOf(...path),
    message: isLabel
      ? `Two volumes are named "${name}": every job pod is refused`
      : `Volume name ${shown(name)} is none for Kubernetes: every job pod is refused`,
    remedy: isLabel
      ? 'give each volume a name of its own'
      : 'write lowercase letters, digits and hyphens, such as "docker-certs"',
  };
}
