import { textOf } from '../../manifests/value';
import { shown } from '../../text/shown';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import {
  addressOf,
  isInsecure,
  portsOf,
  serverOf,
  serviceNameOf,
  tryService,
  type ServiceName,
} from './addresses';
import { minioNamespaces } from './minio-servers';
import { perS3Cache } from './per-runner';
import type { ConfiguredRunner } from '../../system/runners/runner-configs';

/** Where the store is. */
export const ADDRESS_CHECKS: readonly Check[] = [
  {
    id: 'cache-address-form',
    severity: 'error',
    rule: 'The address of the store is a host, and a port where it needs one',
    why: 'The runner puts the protocol before it and signs the result: with a scheme or a path no transfer finds its host.',
    source: 'gitlab-runner, cache/cacheconfig/cacheconfig.go (GetEndpoint); seen with 19.4',
    find: perS3Cache(function* (runner) {
      const text = textOf(runner.at('cache', 's3', 'ServerAddress'));
      if (text === undefined || text === '' || addressOf(runner) !== undefined) return;
      yield {
        spot: runner.spotOf('cache', 's3', 'ServerAddress'),
        message: `Cannot reach ${shown(text)}: ${faultOf(text)}`,
        remedy:
          'write host and port alone, such as "minio.minio.svc.cluster.local:9000"; `Insecure` says http or https',
      };
    }),
  },
  {
    id: 'cache-address-unknown',
    severity: 'error',
    rule: 'The store’s Service and its port are there',
    why: 'Each job waits for the connection twice, misses its cache and stays green.',
    source: 'seen with gitlab-runner 19.4: 2 retries for restore and save, nothing in the manager’s log',
    find: perS3Cache(function* (runner, system) {
      const address = addressOf(runner);
      const name = address && serviceNameOf(address.host, runner.jobNamespace);
      if (name !== undefined) yield* serviceFaults(runner, system, name, address?.port ?? 0);
    }),
  },
  {
    id: 'cache-protocol',
    severity: 'error',
    rule: '`Insecure` says what the store speaks',
    why: 'Insecure = true means http, false or nothing means https; the wrong one fails each transfer in a green job.',
    source: 'seen with gitlab-runner 19.4: "http: server gave HTTP response to HTTPS client"',
    find: perS3Cache(function* (runner, system) {
      const speaks = protocolOf(runner, system);
      if (speaks === undefined || (speaks === 'http') === isInsecure(runner)) return;
      yield {
        spot: runner.spotOf('cache', 's3', 'Insecure'),
        message: `The store speaks ${speaks} here, and the runner would speak ${speaks === 'http' ? 'https' : 'http'}: each transfer fails`,
        remedy: `write Insecure = ${String(speaks === 'http')}`,
      };
    }),
  },
];

function faultOf(text: string): string {
  if (text.includes('://')) return 'the runner adds the scheme itself';
  if (/[[\]]|:.*:/.test(text)) return 'the runner takes the brackets of an IPv6 address away';
  return text.includes('/') ? 'a path belongs to `Path`' : 'this is no host with a port';
}

function* serviceFaults(
  runner: ConfiguredRunner,
  system: System,
  name: ServiceName,
  port: number,
): Generator<Fault> {
  const spot = runner.spotOf('cache', 's3', 'ServerAddress');
  const service = tryService(system, name);
  if (service === undefined) {
    const elsewhere = system.view(servicesByName).get(name.name);
    const isOurs = system.view(minioNamespaces).has(name.namespace) && name.form !== 'short';
    const mayBeOutside = name.form === 'two parts' && !system.view(namespaces).has(name.namespace);
    if ((elsewhere === undefined && !isOurs) || mayBeOutside) return;
    yield {
      spot,
      message: `There is no Service "${name.name}" in namespace "${name.namespace}"${name.form === 'short' ? ', where the jobs look for a name without a namespace' : ''}: each job misses its cache`,
      remedy:
        elsewhere === undefined
          ? 'write the name of the Service that leads to the store'
          : `write "${name.name}.${elsewhere}.svc.cluster.local:${port}"`,
    };
    return;
  }
  const ports = portsOf(service);
  if (service.at('spec', 'type') === 'ExternalName' || ports.length === 0) return;
  if (ports.some(({ number }) => number === port)) return;
  const known = ports.map(({ number }) => String(number)).join(', ');
  yield {
    spot,
    message: `Service "${name.name}" has no port ${port}, only ${known}: each job misses its cache`,
    remedy: `write the port of the store, such as ":${String(ports[0]?.number)}"`,
  };
}

/** The namespace of each Service, by name; one without a namespace says nothing. */
function servicesByName(system: System): ReadonlyMap<string, string> {
  return new Map(
    system
      .ofKind('', 'Service')
      .filter(({ namespace }) => namespace !== '')
      .map(({ name, namespace }) => [name, namespace]),
  );
}

function namespaces({ manifests }: System): ReadonlySet<string> {
  return new Set(manifests.map(({ kind, name, namespace }) => (kind === 'Namespace' ? name : namespace)));
}

function protocolOf(runner: ConfiguredRunner, system: System): 'http' | 'https' | undefined {
  const address = addressOf(runner);
  const name = address && serviceNameOf(address.host, runner.jobNamespace);
  const service = name && tryService(system, name);
  if (address === undefined || service === undefined) return undefined;
  const server = serverOf(system, runner);
  if (server !== undefined) return server.certificates === undefined ? 'http' : 'https';
  const port = portsOf(service).find(({ number }) => number === address.port);
  const [, protocol] = /^(https?)(?:-|$)/.exec(port?.name ?? '') ?? [];
  return protocol === 'http' || protocol === 'https' ? protocol : undefined;
}
