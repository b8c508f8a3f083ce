import { at, isMap, listOf, textOf, textsOf, type Path } from '../../manifests/value';
import type { Manifest } from '../../manifests/manifest';
import type { Container, Workload } from '../../manifests/workload';
import type { System } from '../system';
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

function isServer({ list, value }: Container): boolean {
  if (list !== 'containers' || !SERVER_IMAGE.test(textOf(value.image) ?? '')) return false;
  return /(?:^|\s)server(?:\s|$)/.test(commandOf(value));
}

const SERVER_IMAGE = /(?:^|\/)(?:minio|silo)(?:[:@]|$)/;

/** All words that a container is started with. */
export function commandOf(container: Container['value']): string {
  return [...listOf(container.command), ...listOf(container.args)]
    .map((word) => textOf(word) ?? '')
    .join(' ');
}

/** MinIO speaks https where it finds a certificate in its folder, and http otherwise. (minio, cmd/common-main.go) */
function certificatesOf({ value, path }: Container): Path | undefined {
  const [, said] = /(?:^|\s)(?:--certs-dir|-S)[ =](\S+)/.exec(commandOf(value)) ?? [];
  const folder = said?.replace(/\/+$/, '');
  const index = listOf(value.volumeMounts).findIndex((mount) => {
    const target = textOf(at(mount, 'mountPath'))?.replace(/\/+$/, '') ?? '';
    return folder === undefined
      ? /\.(?:minio|silo)\/certs$/.test(target)
      : target === folder || (target.startsWith(`${folder}/`) && !target.startsWith(`${folder}/CAs`));
  });
  return index < 0 ? undefined : [...path, 'volumeMounts', index];
}

/** Servers by the Services that lead to them. */
export function serversByService(system: System): ReadonlyMap<Manifest, readonly MinioServer[]> {
  const servers = system.view(minioServers);
  const byNamespace = new Map<string, MinioServer[]>();
  for (const server of servers) {
    const { namespace } = server.workload.manifest;
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), server]);
  }
  return new Map(
    system.ofKind('', 'Service').map((service) => {
      const selector = service.at('spec', 'selector');
      const labels = Object.entries(textsOf(selector));
      const selected = (byNamespace.get(service.namespace) ?? []).filter(
        ({ workload }) =>
          isMap(selector) &&
          labels.length > 0 &&
          labels.every(([key, value]) => workload.labels[key] === value),
      );
      return [service, selected];
    }),
  );
}
