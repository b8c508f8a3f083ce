import { at, listOf, textOf } from '../../manifests/value';
import { configuredRunners, type ConfiguredRunner } from '../runners/runner-configs';
import type { System } from '../system';
import { needsOfService, outsidePort, servedPorts, type Need } from './need';
import { serviceNamed } from './service-names';
import { worldOf, type Inhabitant } from './world';

/**
 * Job pods load and store the cache by themselves; the manager only asks for the bucket's region where none is said. Both
 * need GitLab. (gitlab-runner, cache/s3v2 and executors/kubernetes)
 */
export function runnerNeeds(system: System): readonly Need[] {
  const { inhabitants, ofWorkload } = system.view(worldOf);
  return configuredRunners(system).flatMap((runner) => {
    const jobs = inhabitants.filter((pod) => pod.kind === 'job' && pod.runner === runner);
    const managers = runner.config.managers.flatMap((workload) => ofWorkload(workload) ?? []);
    const cache = cacheOf(runner);
    const url = textOf(runner.at('url')) ?? environmentUrl(runner) ?? '';
    // Jobs may clone from a URL of their own.
    const cloneUrl = textOf(runner.at('clone_url')) ?? url;
    const region = textOf(runner.at('cache', 's3', 'BucketLocation')) ?? '';
    return [
      ...managers.flatMap((from) => needsOf(system, 'gitlab', from, addressOf(url))),
      ...jobs.flatMap((from) => needsOf(system, 'gitlab', from, addressOf(cloneUrl))),
      ...[...jobs, ...(region === '' ? managers : [])].flatMap((from) =>
        needsOf(system, 'cache', from, cache),
      ),
    ];
  });
}

interface Address {
  readonly host: string;
  readonly port: number;
}

function addressOf(url: string): Address | undefined {
  const [, scheme, host, port] =
    /^(https?):\/\/(?:[^\s/@]*@)?([A-Za-z0-9.-]+)(?::(\d{1,5}))?(?:\/|$)/.exec(url) ?? [];
  if (host === undefined) return undefined;
  return { host, port: port === undefined ? (scheme === 'http' ? 80 : 443) : Number(port) };
}

function environmentUrl(runner: ConfiguredRunner): string | undefined {
  return runner.config.managers
    .flatMap(({ containers }) => containers)
    .flatMap(({ value }) => listOf(value.env))
    .filter((variable) => at(variable, 'name') === 'CI_SERVER_URL')
    .map((variable) => textOf(at(variable, 'value')))
    .find((value) => value !== undefined);
}

function cacheOf(runner: ConfiguredRunner): Address | undefined {
  const address = textOf(runner.at('cache', 's3', 'ServerAddress')) ?? '';
  const [, host, port] = /^([A-Za-z0-9.-]+)(?::(\d{1,5}))?$/.exec(address) ?? [];
  if (host === undefined) return undefined;
  const isPlain = runner.at('cache', 's3', 'Insecure') === true;
  return { host, port: port === undefined ? (isPlain ? 80 : 443) : Number(port) };
}

function needsOf(
  system: System,
  kind: 'gitlab' | 'cache',
  from: Inhabitant,
  address: Address | undefined,
): readonly Need[] {
  if (address === undefined) return [];
  const { host, port } = address;
  const service = serviceNamed(system, host, from.pod.namespace);
  const word = `${host}:${String(port)}`;
  if (service !== undefined) return needsOfService(system.view(worldOf), kind, from, { service, port, word });
  const ports = outsidePort(port, system.view(servedPorts));
  const isNamed = !/^[0-9.]+$/.test(host);
  const [goal, portsText] = [`"${word}"`, `TCP ${String(port)}`];
  return [{ kind, from, to: undefined, service: undefined, ports, portsText, goal, isNamed }];
}
