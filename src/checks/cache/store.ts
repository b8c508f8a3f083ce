import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { minioServers } from './minio-servers';
import { linesLike } from './scripts';

/** `createBucket NAME POLICY PURGE VERSIONING ...`: a line of the official chart’s script. */
const CREATE_BUCKET = /^\s*createBucket\s+(\S+)\s+(\S+)(?:\s+(\S+))?(?:\s+(\S+))?/;
const PURGE =
  /\bmc(?:\s+-\S+)*\s+(?:rm(?!.*--older-than)(?=.*\s(?:-\w*r|--recursive))(?=.*\s(?:-\w*f|--force))|rb\s.*--force)/;

/** What is done to a store that is filled again and again. */
export const STORE_CHECKS: readonly Check[] = [
  {
    id: 'bucket-purged',
    severity: 'error',
    rule: 'Nothing empties the bucket at each deployment',
    why: 'A Job that is a hook runs at every sync of Argo CD and every upgrade of Helm: with `purge: true` each of them takes the whole cache.',
    source:
      'minio’s chart, templates/_helper_create_bucket.txt: `mc rm -r --force`; OpenHands-Cloud issue 981',
    find: (system) => [
      ...bucketLines(system, ([, bucket, , purge]) =>
        purge === 'true'
          ? {
              message: `Bucket "${bucket ?? ''}" is emptied at each deployment: \`purge\` is true`,
              remedy: 'set `purge: false`; let an expiry rule remove old archives',
            }
          : undefined,
      ),
      ...lines(system, PURGE, {
        message: 'This empties a bucket whenever it runs',
        remedy: 'remove it; let an expiry rule remove old archives',
      }),
    ],
  },
  {
    id: 'bucket-public',
    severity: 'error',
    rule: 'Nobody reads or writes the cache without keys',
    why: 'A public bucket gives each cache, with what jobs put into it, to whoever reaches the port; a writable one lets them change what jobs run.',
    source: 'min.io documentation, `mc anonymous set`',
    find: (system) => [
      ...bucketLines(system, ([, bucket, policy]) =>
        /^"?(?:public|download|upload)"?$/.test(policy ?? '')
          ? {
              message: `Bucket "${bucket ?? ''}" is open to everybody: its policy is ${policy ?? ''}`,
              remedy: 'set `policy: none`; the runner has keys',
            }
          : undefined,
      ),
      ...lines(system, /\b(?:anonymous|policy)\s+set\s+(?:public|download|upload)\b/, {
        message: 'This opens the bucket to everybody',
        remedy: 'write `mc anonymous set private`; the runner has keys',
      }),
    ],
  },
  {
    id: 'bucket-versioned',
    severity: 'warning',
    rule: 'The bucket of a cache keeps no old versions',
    why: 'Each job stores its archive anew; with versions none is ever freed, and expiry only adds delete markers.',
    source: 'min.io documentation, bucket versioning',
    find: (system) => [
      ...bucketLines(system, ([, bucket, , , versioning]) =>
        versioning === 'true'
          ? {
              message: `Bucket "${bucket ?? ''}" keeps every version of every archive`,
              remedy: 'leave `versioning` out',
            }
          : undefined,
      ),
      ...lines(system, /\bmc(?:\s+-\S+)*\s+(?:version\s+enable|mb\s.*--with-versioning)\b/, {
        message: 'This keeps every version of every archive',
        remedy: 'remove it',
      }),
    ],
  },
  {
    id: 'minio-default-console-user',
    secret: true,
    severity: 'error',
    rule: 'The user that the chart makes by default is not made',
    why: 'console:console123 may do everything with the store, and stands in the chart for everybody to read.',
    source: 'minio’s chart, values.yaml (`users`)',
    find: (system) =>
      lines(system, /\bconsole123\b/, {
        message:
          'This makes the user "console" with the password of the chart, and the right to do everything',
        remedy: 'set `users: []`, or a user of your own with an existing Secret',
      }),
  },
  {
    id: 'minio-public-metrics',
    severity: 'warning',
    rule: 'The metrics of MinIO ask for a token',
    why: 'They tell bucket names, sizes and traffic to whoever reaches the port.',
    source: 'minio, docs/metrics/prometheus; minio’s chart sets it even without a monitor',
    find: (system) =>
      system.view(minioServers).flatMap(({ workload, variables }): Fault[] => {
        const variable = variables.get('MINIO_PROMETHEUS_AUTH_TYPE');
        if (variable?.source.kind !== 'literal' || variable.source.text !== 'public') return [];
        return [
          {
            spot: { manifest: workload.manifest, path: [...variable.path, 'value'] },
            message: 'Everybody who reaches the port may read the metrics',
            remedy: 'write "jwt", or `metrics.serviceMonitor.public: false` in the chart',
          },
        ];
      }),
  },
];

type Words = Omit<Fault, 'spot'>;

function lines(system: System, pattern: RegExp, words: Words): Fault[] {
  return Array.from(linesLike(system, pattern), ({ spot }) => ({ spot, ...words }));
}

function bucketLines(system: System, judge: (match: RegExpExecArray) => Words | undefined): Fault[] {
  return Array.from(linesLike(system, CREATE_BUCKET_ANYWHERE)).flatMap(({ line, spot }) => {
    const match = CREATE_BUCKET.exec(line);
    const words = match === null ? undefined : judge(match);
    return words === undefined ? [] : [{ spot, ...words }];
  });
}

const CREATE_BUCKET_ANYWHERE = /\bcreateBucket\s/;
