import { attemptsScript, outcomesOf } from '../system/attempts';
import { jobImage } from '../system/configuration';
import { Stranger } from '../system/stranger';

const ADDRESS = '169.254.169.254';
export const METADATA = { method: 'GET', url: `http://${ADDRESS}/` };

/**
 * Makes sure that something answers at the cloud's metadata address from this node: without it, "not reachable" would
 * prove nothing. Where there is no cloud, the other node takes the address, for no policy stops what a pod sends to its
 * own node. Returns what ends it.
 */
export async function metadataService(node: string, other: string): Promise<() => Promise<void>> {
  const visitor = await Stranger.open('metadata-visitor', { nodeName: node });
  const answers = async (): Promise<boolean> =>
    outcomesOf(await visitor.run(attemptsScript({ metadata: METADATA }))).metadata !== 'none';
  if (await answers()) return () => visitor.close();
  const [server, router] = await Promise.all([nodeShell('server', other), nodeShell('router', node)]);
  await server.run([
    `ip address add ${ADDRESS}/32 dev lo`,
    'while :; do printf "HTTP/1.0 200 OK\\r\\n\\r\\nmetadata\\n" | nc -l -p 80; done >/dev/null 2>&1 &',
  ]);
  await router.run([`ip route add ${ADDRESS}/32 via ${await server.address()}`]);
  const end = async (): Promise<void> => {
    await server.run([`ip address delete ${ADDRESS}/32 dev lo`]);
    await router.run([`ip route delete ${ADDRESS}/32`]);
    await Promise.all([visitor, server, router].map((pod) => pod.close()));
  };
  if (await answers()) return end;
  await end();
  throw new Error('Cannot put a metadata service up on this cluster, so nothing is proven about it');
}

/** A pod on the node's own network that may change addresses and routes. */
function nodeShell(name: string, node: string): Promise<Stranger> {
  const securityContext = { capabilities: { add: ['NET_ADMIN'] } };
  return Stranger.open(`metadata-${name}`, {
    nodeName: node,
    hostNetwork: true,
    containers: [{ name: 'it', image: jobImage(), command: ['sleep', '3600'], securityContext }],
  });
}
