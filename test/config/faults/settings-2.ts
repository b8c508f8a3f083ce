import { below, type Wrong } from './case';

export const SETTINGS_2: readonly Wrong[] = [
  below(
    'runners: [{ settings: { feature_flags: { FF_OF_SOMEBODY_ELSE_ALTOGETHER: true } } }]',
    '2:40  runners[0].settings.feature_flags  Unknown feature flag "FF_OF_SOMEBODY_ELSE_ALTOGETHER"; remove it',
  ),
  below(
    'runners: [{ settings: { kubernetes: { retry_limits: { a: null } } } }]',
    '2:53  runners[0].settings.kubernetes.retry_limits  Cannot use this value: expected a value without empty parts and without huge numbers',
  ),
  below(
    'runners: [{ settings: { kubernetes: { retry_limits: [1, 1e300] } } }]',
    '2:53  runners[0].settings.kubernetes.retry_limits  Cannot use this value: expected a value without empty parts and without huge numbers',
  ),
  below(
    'runners: [{ settings: { environment: [FF_USE_LEGACY_S3_CACHE_ADAPTER=true] } }]',
    '2:38  runners[0].settings.environment  Cannot use FF_USE_LEGACY_S3_CACHE_ADAPTER: it finds no keys here, and each cache would miss in silence; remove it',
  ),
  below(
    'runners: [{ settings: { feature_flags: { FF_USE_LEGACY_S3_CACHE_ADAPTER: true } } }]',
    '2:40  runners[0].settings.feature_flags  Cannot use FF_USE_LEGACY_S3_CACHE_ADAPTER: it finds no keys here, and each cache would miss in silence; remove it',
  ),
  below(
    'runners: [{ settings: { feature_flags: { FF_USE_FASTZIPP: true } } }]',
    '2:40  runners[0].settings.feature_flags  Unknown feature flag "FF_USE_FASTZIPP"; did you mean "FF_USE_FASTZIP"?',
  ),
  below(
    'runners: [{ settings: { feature_flags: { USE_FASTZIP: true } } }]',
    '2:40  runners[0].settings.feature_flags  Unknown feature flag "USE_FASTZIP"; did you mean "FF_USE_FASTZIP"?',
  ),
  below(
    'runners: [{ settings: { feature_flags: { FF_USE_FASTZIP: "true" } } }]',
    '2:40  runners[0].settings.feature_flags  Cannot use this value: expected a map of true and false without quotes',
  ),
  below(
    'runners: [{ settings: { feature_flags: { FF_USE_PARALLEL_CACHE_TRANSFER: true } } }]',
    '2:23  runners[0].settings.kubernetes.helper_memory_limit  Cannot use FF_USE_PARALLEL_CACHE_TRANSFER with so little memory: expected CACHE_CONCURRENCY=4 and CACHE_CHUNK_SIZE=8388608, or a limit of 640Mi',
  ),
  below(
    'runners: [{ name: a, settings: { feature_flags: { FF_HASH_CACHE_KEYS: true } } }, { name: b }]',
    '2:49  runners[0].settings.feature_flags  Cannot use FF_HASH_CACHE_KEYS on one runner of a shared cache: expected it on all or none of them',
  ),
  below(
    'runners: [{ settings: { environment: [FF_USE_PARALLEL_CACHE_TRANSFER=1] } }]',
    '2:23  runners[0].settings.kubernetes.helper_memory_limit  Cannot use FF_USE_PARALLEL_CACHE_TRANSFER with so little memory: expected CACHE_CONCURRENCY=4 and CACHE_CHUNK_SIZE=8388608, or a limit of 640Mi',
  ),
  below(
    'runners: [{ settings: { token: glrt-abcdefg, url: http://x, executor: docker, name: x } }]',
    '2:25  runners[0].settings.token  Cannot set "token" here: use `runners[].token`',
    '2:46  runners[0].settings.url  Cannot set "url" here: use `gitlab.url`',
    '2:61  runners[0].settings.executor  Cannot set "executor" here: it is always "kubernetes"; remove it',
    '2:79  runners[0].settings.name  Cannot set "name" here: use `runners[].name`',
  ),
  below(
    'runners: [{ settings: { constructor: 1 } }]',
    '2:25  runners[0].settings.constructor  Unknown runner setting "constructor"; the runner would ignore it',
  ),
  below(
    'runners: [{ settings: { __proto__: { limit: 5 } } }]',
    '2:25  runners[0].settings.__proto__  Cannot use key "__proto__": remove it',
  ),
  below(
    'runners: [{ settings: { toString: 1, hasOwnProperty: 2 } }]',
    '2:25  runners[0].settings.toString  Unknown runner setting "toString"; the runner would ignore it',
    '2:38  runners[0].settings.hasOwnProperty  Unknown runner setting "hasOwnProperty"; the runner would ignore it',
  ),
  below(
    'runners: [{ settings: [] }]',
    '2:23  runners[0].settings  Cannot use an empty list: expected a map of keys',
  ),
  below(
    'runners: [{ settings: "limit = 5" }]',
    '2:23  runners[0].settings  Cannot use "limit = 5": expected a map of keys',
  ),
  below(
    `runners: [{ settings: { environment: [CACHE_COMPRESSION_FORMAT=zipzstd] }, image: { tag: v19.2.0 } }]
cache: { verify: off }`,
    '2:38  runners[0].settings.environment  Cannot use CACHE_COMPRESSION_FORMAT=zipzstd: expected runner 19.3.0 or newer, or "tarzstd"',
  ),
  below(
    'runners: [{ settings: { environment: [FF_TIMESTAMPS=yes] } }]',
    '2:38  runners[0].settings.environment  Cannot read the value of "FF_TIMESTAMPS", which the runner takes as false: expected "true" or "false"',
  ),
  below(
    'runners: [{ settings: { limit: &x { y: *x } } }]',
    '2:40  runners[0].settings.limit.y  Cannot use an alias inside of what it stands for',
  ),
  below(
    'runners: [{ settings: ~ }]',
    '2:23  runners[0].settings  Cannot use an empty value: expected a map of keys; or remove the key',
  ),
  below(
    'runners: [{ settings: { limit: 1.5 } }]',
    '2:32  runners[0].settings.limit  Cannot use 1.5: expected an integer without quotes',
  ),
  below(
    'runners: [{ settings: { clone_url: 5 } }]',
    '2:36  runners[0].settings.clone_url  Cannot use 5: expected text in quotes',
  ),
  below(
    'runners: [{ settings: { kubernetes: { pull_policy: [always, 5] } } }]',
    '2:52  runners[0].settings.kubernetes.pull_policy  Cannot use this value: expected text or a list of texts',
  ),
  below(
    'runners: [{ settings: { kubernetes: { node_selector: { disk: 5 } } } }]',
    '2:54  runners[0].settings.kubernetes.node_selector  Cannot use this value: expected a map of texts',
  ),
  below(
    'runners: [{ settings: { kubernetes: { build_container_security_context: { privileged: true } } } }]',
    '2:75  runners[0].settings.kubernetes.build_container_security_context.privileged  Cannot set "privileged" here: use `runners[].jobs.docker`',
  ),
  below(
    'runners: [{ settings: { "[runners.kubernetes]": { cpu_limit: "1" } } }]',
    '2:25  runners[0].settings.[runners.kubernetes]  Unknown runner setting "[runners.kubernetes]"; did you mean "kubernetes"?',
  ),
  below(
    'runners: [{ settings: { executor: shell, limit: 5 } }]',
    '2:25  runners[0].settings.executor  Cannot set "executor" here: it is always "kubernetes"; remove it',
  ),
  below(
    'runners: [{ settings: { environment: [CACHE_S3_ACCESS_KEY=x] } }]',
    "2:38  runners[0].settings.environment  Cannot set S3 variables here: jobs get presigned URLs, and the manager's keys come from `credentials`; remove it",
  ),
  below(
    'runners: [{ settings: { kubernetes: { volumes: { empty_dir: [{ name: docker-certs, mount_path: /x }] } } }, jobs: { docker: true } }]',
    '2:48  runners[0].settings.kubernetes.volumes  Cannot use a volume name twice: expected a name of its own for each volume of any kind',
  ),
  below(
    'runners: [{ settings: { kubernetes: { pod_annotations: [a] } } }]',
    '2:56  runners[0].settings.kubernetes.pod_annotations  Cannot use this value: expected a map of texts',
  ),
  below(
    'runners: [{ settings: { kubernetes: { memory_limit: 4GB } } }]',
    '2:53  runners[0].settings.kubernetes.memory_limit  Cannot use "4GB": expected a quantity such as "500m" or "2Gi"',
  ),
  below(
    'cache: { bucket: minio }',
    '2:18  cache.bucket  Cannot use bucket name "minio": the server keeps it for itself; expected such as "runner-cache"',
  ),
  below(
    'cache: { bucket: "a\\e[31mb" }',
    '2:18  cache.bucket  Cannot use bucket name "a\\u001b[31mb": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ),
];
