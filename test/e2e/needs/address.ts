import { connect } from 'node:net';
import { run } from '../cluster/run';

/**
 * Address of this machine at which pods find the GitLab stand-in: E2E_HOST, or else the one from which this machine
 * talks to the API server. The latter is of no use where the API server is a port of this machine, as with kind.
 */
export async function addressForPods(): Promise<string> {
  const { E2E_HOST: given } = process.env;
  if (given !== undefined) return given;
  const server = await run('kubectl', [
    'config',
    'view',
    '--minify',
    '-o',
    'jsonpath={.clusters[0].cluster.server}',
  ]);
  const { hostname, port } = new URL(server);
  const address = await localAddressTo(hostname, Number(port || 443));
  if (!address.startsWith('127.') && address !== '::1') return address;
  throw new Error(
    'Cannot tell at which address pods find this machine: set E2E_HOST to it, with kind to what `docker network inspect kind` says is the Gateway',
  );
}

function localAddressTo(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => {
      resolve((socket.localAddress ?? '').replace(/^::ffff:/, ''));
      socket.destroy();
    });
    socket.on('error', reject);
  });
}
