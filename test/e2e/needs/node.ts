import { run } from '../cluster/run';

const TAINT = 'runner-cache-e2e/gone';

/**
 * Takes a node away. By the commands E2E_NODE_DOWN and E2E_NODE_UP, with `{node}` for its name, it is as good as
 * unplugged: with kind, `docker pause {node}`. Without them its pods are evicted and none may come, which is all that
 * a cluster of unknown make can be asked to do.
 */
export async function takeNodeAway(node: string): Promise<{ how: string; bringBack: () => Promise<void> }> {
  const { E2E_NODE_DOWN: down, E2E_NODE_UP: up } = process.env;
  if (down === undefined || up === undefined) {
    const taint = async (text: string): Promise<void> => {
      await run('kubectl', ['taint', 'node', node, text]);
    };
    await taint(`${TAINT}=:NoExecute`);
    return { how: 'evicted by a taint', bringBack: () => taint(`${TAINT}-`) };
  }
  const shell = (command: string): Promise<string> => run('sh', ['-c', command.replaceAll('{node}', node)]);
  await shell(down);
  return {
    how: 'unplugged',
    bringBack: async () => {
      await shell(up);
      await run('kubectl', ['wait', 'node', node, '--for=condition=Ready', '--timeout=180s']);
    },
  };
}
