import { tryRun } from './run';
import type { KubeObject } from './objects';

const nameOf = ({ kind, metadata }: KubeObject): string =>
  [kind, metadata.namespace, metadata.name].filter((part) => part !== undefined).join('/');

/** Every field of the manifests that the cluster has otherwise. What the API server adds is no difference. */
export async function driftOf(folder: string, written: readonly KubeObject[]): Promise<readonly string[]> {
  const { stdout } = await tryRun('kubectl', ['get', '--ignore-not-found', '-R', '-f', folder, '-o', 'json']);
  const { items } = JSON.parse(stdout) as { items: readonly KubeObject[] };
  const live = new Map(items.map((object) => [nameOf(object), object]));
  return written.flatMap((object) => differences(object, live.get(nameOf(object)), nameOf(object)));
}

/** What `kubectl diff` prints: nothing where applying would change nothing. */
export async function diffOf(folder: string): Promise<string> {
  const { stdout, stderr } = await tryRun('kubectl', ['diff', '-R', '-f', folder]);
  return stdout + stderr;
}

function differences(written: unknown, actual: unknown, path: string): string[] {
  if (actual === undefined && isNothing(written)) return [];
  if (Array.isArray(written) && Array.isArray(actual) && written.length === actual.length) {
    return written.flatMap((item, index) => differences(item, actual[index], `${path}[${index}]`));
  }
  if (isFields(written) && isFields(actual)) {
    return Object.entries(written).flatMap(([key, value]) =>
      differences(value, actual[key], `${path}.${key}`),
    );
  }
  return Object.is(written, actual)
    ? []
    : [`${path}: ${JSON.stringify(written)} is written, ${JSON.stringify(actual)} is there`];
}

/** What the API server does not give back: a written `false`, an empty list. */
function isNothing(value: unknown): boolean {
  return value === false || (Array.isArray(value) && value.length === 0);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
