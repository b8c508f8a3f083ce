import type { Runner } from '../model';
import { kubernetesSettings, memoryLimitOfHelper, memoryRequestOfHelper } from '../runner-features';
import { isTable, listOf, textOf } from '../settings';
import type { RunnerRule } from './rule';

/** What Pod Security `baseline` lets a container add. */
const BASELINE_CAPABILITIES =
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  );

/** Settings that the runner takes and the namespace of the jobs, or the API server, refuses for each job pod. */
export const POD_RULES: readonly RunnerRule[] = [
  {
    // Each service container of a runner with docker is privileged.
    path: 'kubernetes.allowed_services',
    holds: (runner) => !runner.jobs.docker || kubernetesSettings(runner).allowed_services === undefined,
    message: () =>
      'Cannot allow other services beside `jobs.docker`: each would be privileged; give those jobs a runner of their own',
  },
  {
    path: 'kubernetes.services',
    holds: (runner) => !runner.jobs.docker || kubernetesSettings(runner).services === undefined,
    message: () =>
      'Cannot add services beside `jobs.docker`: each would be privileged; give those jobs a runner of their own',
  },
  {
    path: 'kubernetes.volumes.host_path',
    holds: (runner) => runner.jobs.docker || !mountsHost(runner),
    message: ({ jobs }) =>
      `Cannot mount a path of the node: namespace "${jobs.namespace}" refuses such pods; use \`jobs.docker\` for Docker, an empty_dir or a pvc for the rest`,
  },
  {
    path: 'kubernetes.cap_add',
    holds: (runner) =>
      runner.jobs.docker ||
      listOf(kubernetesSettings(runner).cap_add).every((name) =>
        BASELINE_CAPABILITIES.includes(textOf(name)),
      ),
    message: ({ jobs }) =>
      `Cannot add these capabilities: namespace "${jobs.namespace}" refuses such pods; expected only ${BASELINE_CAPABILITIES.join(', ')}`,
  },
  {
    path: 'kubernetes.helper_memory_request',
    holds: (runner) =>
      memoryRequestOfHelper(runner).bytes <= (memoryLimitOfHelper(runner)?.bytes ?? Infinity),
    message: (runner) =>
      `Cannot request ${memoryRequestOfHelper(runner).toString()} for a helper that is limited to ${String(memoryLimitOfHelper(runner)?.toString())}: raise helper_memory_limit as well`,
  },
];

function mountsHost(runner: Runner): boolean {
  const { volumes } = kubernetesSettings(runner);
  return isTable(volumes) && volumes.host_path !== undefined;
}
