import { list } from '../cluster/api';
import type { Secret } from '../cluster/objects';

/** Every Secret of these namespaces, with what it holds. */
export async function secretsIn(namespaces: readonly string[]): Promise<readonly string[]> {
  const all = await Promise.all(namespaces.map((name) => list<Secret>('secrets', name)));
  return all
    .flat()
    .map(({ metadata, data }) => JSON.stringify([metadata.namespace, metadata.name, data]))
    .sort();
}
