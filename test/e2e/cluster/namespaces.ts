import { list, remove } from './api';
import { untilTrue } from './until';

export async function namespaces(): Promise<readonly string[]> {
  return (await list('namespaces')).map(({ metadata }) => metadata.name);
}

/** Deletes them with all that they hold; they are gone some seconds later. */
export async function dropNamespaces(names: readonly string[]): Promise<void> {
  for (const name of names) await remove('namespaces', undefined, name);
}

/** Deletes them, and waits until they are gone. */
export async function removeNamespaces(names: readonly string[]): Promise<void> {
  await dropNamespaces(names);
  await untilTrue(`${names.join(', ')} to be gone`, 300, async () => {
    const left = await namespaces();
    return !left.some((name) => names.includes(name));
  });
}
