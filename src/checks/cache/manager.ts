import { at, isMap, listOf, textOf, type Value } from '../../manifests/value';
import type { Container, Workload } from '../../manifests/workload';
import { isAtLeast, tryVersionIn, type Version } from '../../text/version';
import type { Check } from '../check';
import { hasEnvFrom, variablesOf } from './container-env';
import { perRunner, hasS3Cache } from './per-runner';
import type { ConfiguredRunner } from '../../system/runners/runner-configs';

/** The pod that runs `gitlab-runner`, and what its version can do. */
export const MANAGER_CHECKS: readonly Check[] = [
  {
    id: 'runner-too-old',
    severity: 'error',
    rule: 'The runner is new enough for what it is told',
    why: 'An older one takes `${...}` for the token itself, has no such address to probe, or ignores the setting without a word.',
    source: 'gitlab-runner, CHANGELOG.md: 18.10, 19.2, 19.3, 19.4',
    find: perRunner(function* (runner) {
      for (const { workload, container, version } of managersOf(runner))
        for (const { needs, what, path } of demandsOf(runner, container)) {
          if (isAtLeast(version, needs)) continue;
          yield {
            spot:
              path === undefined
                ? { manifest: workload.manifest, path: [...container.path, 'image'] }
                : runner.spotOf(...path),
            message: `Runner ${version.major}.${version.minor}.${version.patch} does not know ${what}`,
            remedy: `use runner ${needs} or newer, or do without`,
          };
        }
    }),
  },
  {
    id: 'runner-checksum-window',
    severity: 'warning',
    rule: 'The runner signs what third-party stores accept',
    why: '18.9.0 to 18.11.1 add a checksum header to each GET, which some S3 servers answer with SignatureDoesNotMatch.',
    source: 'gitlab-runner issue 39402 and merge request 6691; fixed in 18.11.2 and 19.0.0',
    find: perRunner(function* (runner) {
      if (!hasS3Cache(runner) || (runner.at('cache', 's3', 'ServerAddress') ?? '') === '') return;
      for (const { workload, container, version } of managersOf(runner)) {
        if (!isAtLeast(version, '18.9.0') || isAtLeast(version, '18.11.2')) continue;
        const names = variablesOf(workload, container).map(({ name }) => name);
        if (names.includes('AWS_RESPONSE_CHECKSUM_VALIDATION') || hasEnvFrom(container)) continue;
        yield {
          spot: { manifest: workload.manifest, path: [...container.path, 'image'] },
          message:
            'This runner adds checksums to its signatures, which some stores refuse: the cache may miss',
          remedy:
            'use 18.11.2 or newer, or set AWS_RESPONSE_CHECKSUM_VALIDATION and AWS_REQUEST_CHECKSUM_CALCULATION to "when_required"',
        };
      }
    }),
  },
  {
    id: 'cache-timeout',
    severity: 'warning',
    rule: 'Jobs end within the life of a signature',
    why: 'The manager signs for as long as the job may run, and no S3 server takes a signature of more than 7 days.',
    source: 'minio, cmd/signature-v4-parser.go; seen: "X-Amz-Expires must be less than a week"',
    find: perRunner(function* (runner) {
      if (!hasS3Cache(runner)) return;
      for (const workload of runner.config.managers)
        for (const container of workload.containers)
          for (const { name, source, path } of variablesOf(workload, container)) {
            if (name !== 'REGISTER_MAXIMUM_TIMEOUT' || source.kind !== 'literal') continue;
            if (!(Number(source.text) > WEEK)) continue;
            yield {
              spot: { manifest: workload.manifest, path: [...path, 'value'] },
              message: 'A job that may run for more than 7 days gets no cache',
              remedy: `write "${WEEK}" seconds or less`,
            };
          }
    }),
  },
];

interface Manager {
  readonly workload: Workload;
  readonly container: Container;
  readonly version: Version;
}

/** The containers that run `gitlab-runner`, where their tag says a version. */
function managersOf({ config }: ConfiguredRunner): readonly Manager[] {
  return config.managers.flatMap((workload) =>
    workload.containers.flatMap((container): Manager[] => {
      const [, tag] = RUNNER_IMAGE.exec(textOf(container.value.image) ?? '') ?? [];
      const version = tag === undefined ? undefined : tryVersionIn(tag);
      return version === undefined ? [] : [{ workload, container, version }];
    }),
  );
}

const RUNNER_IMAGE = /(?:^|\/)gitlab-runner(?:-ocp)?:([^@]+)/;

interface Demand {
  readonly needs: `${number}.${number}.${number}`;
  readonly what: string;
  /** Of the setting; otherwise the image is told. */
  readonly path?: readonly string[];
}

function* demandsOf(runner: ConfiguredRunner, { value, list }: Container): Generator<Demand> {
  if (list === 'containers') {
    if (!runner.config.isTemplate && (textOf(runner.at('token')) ?? '').includes('${'))
      yield { needs: '18.10.0', what: 'variables in `token`, and sends them as they are', path: ['token'] };
    if (['readinessProbe', 'livenessProbe', 'startupProbe'].some((probe) => asksReady(value[probe])))
      yield { needs: '19.2.0', what: '/health/ready, which a probe asks for: the pod is never ready' };
  }
  const verify = runner.at('experimental', 'boot_verify', 'verify_cache');
  if (list === 'containers' && verify === true)
    yield { needs: '19.4.0', what: '`verify_cache`', path: ['experimental', 'boot_verify', 'verify_cache'] };
  const zipzstd = listOf(runner.at('environment')).includes('CACHE_COMPRESSION_FORMAT=zipzstd');
  if (list === 'containers' && zipzstd)
    yield { needs: '19.3.0', what: '"zipzstd", and writes zip', path: ['environment'] };
}

function asksReady(probe: Value | undefined): boolean {
  return isMap(probe) && at(probe, 'httpGet', 'path') === '/health/ready';
}

/** In seconds. */
const WEEK = 604_800;
