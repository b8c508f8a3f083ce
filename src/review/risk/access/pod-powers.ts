import { at, isMap, listOf, textOf, type Value } from '../../../manifests/value';
import type { Workload } from '../../../manifests/workload';
import { accountName } from '../../../system/accounts';
import type { System } from '../../../system/system';
import { plain } from './container-powers';
import type { Power } from './power';

/** What all containers of a pod may do together. */
export function powersOfPod(workload: Workload, system: System): readonly Power[] {
  const { spec } = workload;
  const mounts = tokenMounted(workload, system);
  return [
    ...plain('host-network', spec.hostNetwork === true),
    ...plain('host-pid', spec.hostPID === true),
    ...plain('host-ipc', spec.hostIPC === true),
    ...plain('host-users', spec.hostUsers !== false, true),
    ...plain('token', mounts, spec.automountServiceAccountToken !== true),
    ...plain('token', hasProjectedToken(spec.volumes)),
    { kind: 'account', name: accountName(workload) },
    ...listOf(spec.volumes).flatMap((volume) => hostPath(volume, workload)),
  ];
}

/** The pod's word counts before that of its account; where neither says so it is mounted. (kubernetes, plugin/pkg/admission/serviceaccount) */
function tokenMounted(workload: Workload, system: System): boolean {
  const { spec, manifest } = workload;
  const account = system.tryFind('', 'ServiceAccount', manifest.namespace, accountName(workload));
  return (spec.automountServiceAccountToken ?? account?.at('automountServiceAccountToken')) !== false;
}

/** A token for the API server says no audience. */
function hasProjectedToken(volumes: Value | undefined): boolean {
  return listOf(volumes)
    .flatMap((volume) => listOf(at(volume, 'projected', 'sources')))
    .map((source) => at(source, 'serviceAccountToken'))
    .some((token) => isMap(token) && token.audience === undefined);
}

function hostPath(volume: Value, { containers }: Workload): readonly Power[] {
  const [name, path] = [textOf(at(volume, 'name')), textOf(at(volume, 'hostPath', 'path'))];
  if (path === undefined) return [];
  const mounts = containers
    .flatMap(({ value }) => listOf(value.volumeMounts))
    .filter((mount) => textOf(at(mount, 'name')) === name);
  const isWritten = mounts.length === 0 || mounts.some((mount) => at(mount, 'readOnly') !== true);
  return [{ kind: 'host-path', path: path.replace(/(?<=.)\/+$/, ''), isWritten }];
}
