import { textOf } from '../../manifests/value';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { configuredRunners, type ConfiguredRunner } from '../../system/runners/runner-configs';

/** Asks the same of each `[[runners]]`. */
export function perRunner(
  find: (runner: ConfiguredRunner, system: System) => Iterable<Fault>,
): Check['find'] {
  return (system) => system.view(configuredRunners).flatMap((runner) => [...find(runner, system)]);
}

/** The same of each whose cache is on S3 or MinIO. */
export function perS3Cache(
  find: (runner: ConfiguredRunner, system: System) => Iterable<Fault>,
): Check['find'] {
  return perRunner((runner, system) => (hasS3Cache(runner) ? find(runner, system) : []));
}

export function hasS3Cache(runner: ConfiguredRunner): boolean {
  const type = textOf(runner.at('cache', 'Type'))?.toLowerCase();
  return (type === 's3' || type === 's3v2') && runner.at('cache', 's3') !== undefined;
}
