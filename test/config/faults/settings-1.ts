import { below, type Wrong } from './case';

export const SETTINGS_1: readonly Wrong[] = [
  below(
    'runners: [{ settings: { limitt: 5 } }]',
    '2:25  runners[0].settings.limitt  Unknown runner setting "limitt"; did you mean "limit"?',
  ),
  below(
    'runners: [{ settings: { limit: "5" } }]',
    '2:32  runners[0].settings.limit  Cannot use "5": expected an integer without quotes',
  ),
  below(
    'runners: [{ settings: { limit: null } }]',
    '2:32  runners[0].settings.limit  Cannot use an empty value: expected an integer without quotes',
  ),
  below(
    'runners: [{ settings: { cache: { Type: s3 } } }]',
    '2:25  runners[0].settings.cache  Cannot set "cache" here: use `cache`, `store` and `runners[].cache`',
  ),
  below(
    'runners: [{ settings: { "[runners.cache]": {} } }]',
    '2:25  runners[0].settings.[runners.cache]  Cannot set "[runners.cache]" here: use `cache`, `store` and `runners[].cache`',
  ),
  below(
    'runners: [{ settings: { "runners.cache": {} } }]',
    '2:25  runners[0].settings.runners.cache  Cannot set "runners.cache" here: use `cache`, `store` and `runners[].cache`',
  ),
  below(
    'runners: [{ settings: { kubernetes: { privileged: true } } }]',
    '2:39  runners[0].settings.kubernetes.privileged  Cannot set "privileged" here: use `runners[].jobs.docker`, which makes only the service privileged',
  ),
  below(
    'runners: [{ settings: { Kubernetes: { x: true } } }]',
    '2:25  runners[0].settings.Kubernetes  Unknown runner setting "Kubernetes"; did you mean "kubernetes"?',
  ),
  below(
    'runners: [{ settings: { kubernetes: { cpu_limits: "1" } } }]',
    '2:39  runners[0].settings.kubernetes.cpu_limits  Unknown runner setting "cpu_limits"; did you mean "cpu_limit"?',
  ),
  below(
    'runners: [{ settings: { kubernetes: { volumes: { empty_dir: [{ nam: x }] } } } }]',
    '2:64  runners[0].settings.kubernetes.volumes.empty_dir[0].nam  Unknown runner setting "nam"; did you mean "name"?',
  ),
  below(
    'runners: [{ settings: { kubernetes: { volumes: { empty_dir: { name: x } } } } }]',
    '2:61  runners[0].settings.kubernetes.volumes.empty_dir  Cannot use a map: expected a list of maps, each behind "- "',
  ),
  below(
    'runners: [{ settings: { kubernetes: { volumes: { empty_dir: [{ name: x, mount_path: /x }], secret: [{ name: x, mount_path: /y }] } } } }]',
    '2:48  runners[0].settings.kubernetes.volumes  Cannot use a volume name twice: expected a name of its own for each volume of any kind',
  ),
  below(
    'runners: [{ settings: { kubernetes: { volumes: { empty_dir: [{ name: x_y, mount_path: /x }] } } } }]',
    '2:48  runners[0].settings.kubernetes.volumes  Cannot use volume name "x_y": expected lowercase letters, digits and hyphens, such as "build-output"',
  ),
  below(
    'runners: [{ settings: { kubernetes: { volumes: { empty_dir: [{ mount_path: /x }] } } } }]',
    '2:48  runners[0].settings.kubernetes.volumes  Cannot use volume name "": expected lowercase letters, digits and hyphens, such as "build-output"',
  ),
  below(
    'runners: [{ settings: { kubernetes: { volumes: { empty_dir: [null] } } } }]',
    '2:62  runners[0].settings.kubernetes.volumes.empty_dir[0]  Cannot use an empty value: expected a map of keys',
  ),
  below(
    'runners: [{ settings: { kubernetes: null } }]',
    '2:37  runners[0].settings.kubernetes  Cannot use an empty value: expected a map of keys',
  ),
  below(
    'runners: [{ settings: { kubernetes: { helper_memory_limit: 100Mi } } }]',
    '2:60  runners[0].settings.kubernetes.helper_memory_limit  Cannot limit the helper so: expected 250Mi or more, as it packs the archives',
  ),
  below(
    'runners: [{ settings: { kubernetes: { helper_memory_limit: 512 } } }]',
    '2:60  runners[0].settings.kubernetes.helper_memory_limit  Cannot use 512: expected a quantity such as "500m" or "2Gi"',
  ),
  below(
    'runners: [{ settings: { kubernetes: { helper_memory_limit: "banana" } } }]',
    '2:60  runners[0].settings.kubernetes.helper_memory_limit  Cannot use "banana": expected a quantity such as "500m" or "2Gi"',
  ),
  below(
    'runners: [{ settings: { kubernetes: { poll_timeout: 5m } } }]',
    '2:53  runners[0].settings.kubernetes.poll_timeout  Cannot use "5m": expected an integer without quotes',
  ),
  below(
    'runners: [{ settings: { unhealthy_interval: 30 } }]',
    '2:45  runners[0].settings.unhealthy_interval  Cannot use 30: expected a duration such as "30s" or "1h30m"',
  ),
  below(
    'runners: [{ settings: { environment: { A: b } } }]',
    '2:38  runners[0].settings.environment  Cannot use this value: expected a list of texts, each behind "- "',
  ),
  below(
    'runners: [{ settings: { environment: [{ A: b }] } }]',
    '2:38  runners[0].settings.environment  Cannot use this value: expected a list of texts, each behind "- "',
  ),
  below(
    'runners: [{ settings: { environment: "A=b" } }]',
    '2:38  runners[0].settings.environment  Cannot use this value: expected a list of texts, each behind "- "',
  ),
  below(
    'runners: [{ settings: { environment: ["A: b"] } }]',
    '2:38  runners[0].settings.environment  Cannot read an entry of this list: expected each as "NAME=value"',
  ),
  below(
    'runners: [{ settings: { environment: [CACHE_COMPRESSION_FORMAT=tarzst] } }]',
    '2:38  runners[0].settings.environment  Unknown CACHE_COMPRESSION_FORMAT, which the runner takes as zip: expected "zip", "tarzstd", "zipzstd"',
  ),
  below(
    'runners: [{ settings: { environment: [CACHE_COMPRESSION_LEVEL=best] } }]',
    '2:38  runners[0].settings.environment  Unknown CACHE_COMPRESSION_LEVEL, which the runner takes as default: expected "fastest", "fast", "default", "slow", "slowest"',
  ),
  below(
    'runners: [{ settings: { environment: [AWS_ACCESS_KEY_ID=AKIA] } }]',
    "2:38  runners[0].settings.environment  Cannot set S3 variables here: jobs get presigned URLs, and the manager's keys come from `credentials`; remove it",
  ),
  below(
    'runners: [{ settings: { environment: [FF_USE_FASTZIPP=true] } }]',
    '2:38  runners[0].settings.environment  Unknown feature flag "FF_USE_FASTZIPP"; did you mean "FF_USE_FASTZIP"?',
  ),
];
