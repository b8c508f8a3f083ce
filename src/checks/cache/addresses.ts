import type { Manifest } from '../../manifests/manifest';
import { at, listOf, textOf } from '../../manifests/value';
import type { System } from '../../system/system';
import { serverByService, type MinioServer } from './minio-servers';
import type { ConfiguredRunner } from '../../system/runners/runner-configs';

/** `ServerAddress`, taken apart. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Undefined for what the runner cannot make a URL of. */
export function addressOf(runner: ConfiguredRunner): Address | undefined {
  const text = textOf(runner.at('cache', 's3', 'ServerAddress')) ?? '';
  const [, host, port] = WELL_FORMED.exec(text) ?? [];
  if (host === undefined) return undefined;
  return { host, port: port === undefined ? (isInsecure(runner) ? 80 : 443) : Number(port) };
}

const WELL_FORMED = /^([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::(\d{1,5}))?$/;

export function isInsecure(runner: ConfiguredRunner): boolean {
  return runner.at('cache', 's3', 'Insecure') === true;
}

/** What a host name means to a job pod. */
export interface ServiceName {
  readonly name: string;
  readonly namespace: string;
  /** A name of one part means another Service in each namespace; one of two may be a name outside of the cluster. */
  readonly form: 'short' | 'two parts' | 'full';
}

/** Undefined where a host is no Service. */
export function serviceNameOf(host: string, jobNamespace: string | undefined): ServiceName | undefined {
  const parts = host.split('.');
  const [name = '', namespace, svc] = parts;
  if (/^[\d.]+$/.test(host)) return undefined;
  if (namespace === undefined)
    return jobNamespace === undefined ? undefined : { name, namespace: jobNamespace, form: 'short' };
  if (svc === undefined) return { name, namespace, form: 'two parts' };
  return svc === 'svc' ? { name, namespace, form: 'full' } : undefined;
}

export interface ServicePort {
  readonly number: number;
  readonly name: string;
}

export function portsOf(service: Manifest): readonly ServicePort[] {
  return listOf(service.at('spec', 'ports')).flatMap((port) => {
    const number = at(port, 'port');
    return typeof number === 'number' ? [{ number, name: textOf(at(port, 'name')) ?? '' }] : [];
  });
}

/** The Service that an address leads to, where the files have it; one without a namespace goes anywhere. */
export function tryService(system: System, { name, namespace }: ServiceName): Manifest | undefined {
  return system.tryFind('', 'Service', namespace, name) ?? system.tryFind('', 'Service', '', name);
}

/** The MinIO of a runner's cache, where the files have it. */
export function serverOf(system: System, runner: ConfiguredRunner): MinioServer | undefined {
  const address = addressOf(runner);
  const name = address && serviceNameOf(address.host, runner.jobNamespace);
  const service = name && tryService(system, name);
  return service && system.view(serverByService).get(service);
}
