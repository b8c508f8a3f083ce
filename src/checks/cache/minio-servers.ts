import { addTo } from '../../manifests/groups';
import { at, listOf, textOf, textsOf, type Path } from '../../manifests/value';
import type { Manifest } from '../../manifests/manifest';
import type { Container, Workload } from '../../manifests/workload';
import type { System } from '../../system/system';
import { commandOf, isServer } from '../../system/minio-server';
import { variablesOf, type Variable } from './container-env';

/** A MinIO, or one of its forks, that the files start. */
export interface MinioServer {
  readonly workload: Workload;
  readonly container: Container;
  readonly variables: ReadonlyMap<string, Variable>;
  /** Where its certificate is mounted; undefined where nothing is. */
  readonly certificates: Path | undefined;
}

export function minioServers({ workloads }: System): readonly MinioServer[] {
  return workloads
    .filter(({ manifest }) => !['Job', 'CronJob'].includes(manifest.kind))
    .flatMap((workload) =>
      workload.containers.filter(isServer).map((container) => ({
        workload,
        container,
        variables: new Map(variablesOf(workload, container).map((variable) => [variable.name, variable])),
        certificates: certificatesOf(container),
      })),
    );
}

/** MinIO speaks https where it finds a certificate in its folder, and http otherwise. (minio, cmd/common-main.go) */
function certificatesOf({ value, path }: Container): Path | undefined {
  const [, said] = /(?:^|\s)(?:--certs-dir|-S)[ =](\S+)/.exec(commandOf(value)) ?? [];
  const folder = said?.replace(/\/+$/, '');
  const index = listOf(value.volumeMounts).findIndex((mount) => {
    const target = textOf(at(mount, 'mountPath'))?.replace(/\/+$/, '') ?? '';
    return folder === undefined
      ? /\.(?:minio|silo)\/certs$/.test(target)
      : `${target}/`.startsWith(`${folder}/`) && !`${target}/`.startsWith(`${folder}/CAs/`);
  });
  return index < 0 ? undefined : [...path, 'volumeMounts', index];
}

/** The server that each Service leads to, if any. */
export function serverByService(system: System): ReadonlyMap<Manifest, MinioServer> {
  const byLabel = serversByLabel(system.view(minioServers));
  const found = new Map<Manifest, MinioServer>();
  for (const service of system.ofKind('', 'Service')) {
    const labels = Object.entries(textsOf(service.at('spec', 'selector')));
    const [fewest = []] = labels
      .map(([key, value]) => byLabel.get(labelled(service.namespace, key, value)) ?? [])
      .sort((a, b) => a.length - b.length);
    const server = fewest.find(({ workload }) =>
      labels.every(([key, value]) => workload.labels[key] === value),
    );
    if (server !== undefined) found.set(service, server);
  }
  return found;
}

function serversByLabel(servers: readonly MinioServer[]): ReadonlyMap<string, readonly MinioServer[]> {
  const found = new Map<string, MinioServer[]>();
  for (const server of servers)
    for (const [key, value] of Object.entries(server.workload.labels)) {
      const label = labelled(server.workload.manifest.namespace, key, value);
      addTo(found, label, server);
    }
  return found;
}

function labelled(namespace: string, key: string, value: string): string {
  return JSON.stringify([namespace, key, value]);
}

/** Where there are servers; those without a namespace go anywhere. */
export function minioNamespaces(system: System): ReadonlySet<string> {
  return new Set(
    system
      .view(minioServers)
      .map(({ workload }) => workload.manifest.namespace)
      .filter((namespace) => namespace !== ''),
  );
}
