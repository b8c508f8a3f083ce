import { at, listOf, textOf } from '../manifests/value';
import type { Container } from '../manifests/workload';

/** Whether a container is a MinIO, or one of its forks. */
export function isServer({ list, value }: Container): boolean {
  if (list !== 'containers' || !hasServerImage(value)) return false;
  return /(?:^|\s)server(?:\s|$)/.test(commandOf(value));
}

/** The same of one whose image starts the server by itself, which only its port tells. */
export function mayBeServer(container: Container): boolean {
  const { list, value } = container;
  const declaresPort = listOf(value.ports).some((port) => at(port, 'containerPort') === S3_PORT);
  return isServer(container) || (list === 'containers' && declaresPort && hasServerImage(value));
}

/** The one on which MinIO listens where nothing says another. */
export const S3_PORT = 9000;

/** By its image's name alone: the same image may run `mc`. */
export function hasServerImage(container: Container['value']): boolean {
  return /(?:^|\/)(?:minio|silo)(?:[:@][^/]*)?$/.test(textOf(container.image) ?? '');
}

/** All words that a container is started with. */
export function commandOf(container: Container['value']): string {
  return [...listOf(container.command), ...listOf(container.args)]
    .map((word) => textOf(word) ?? '')
    .join(' ');
}

/** What follows `server` in the command of MinIO. */
export function dataFolders({ value }: Container): readonly string[] {
  const words = commandOf(value).split(/\s+/);
  const start = words.indexOf('server');
  return start < 0
    ? []
    : words.slice(start + 1).filter((word, index, all) => {
        const isOfOption = /^(?:-S|--certs-dir|--config)$/.test(all[index - 1] ?? '');
        return word.startsWith('/') && !isOfOption;
      });
}
