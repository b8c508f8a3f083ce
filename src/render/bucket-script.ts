import type { BucketName } from '../model/bucket-name';
import type { CachePath } from '../model/cache-path';
import { KEY_NAMES, PREVIOUS_ACCESS_KEY } from '../model/names';
import type { Size } from '../model/size';
import { policyFile, policyName } from './bucket-policy';

export interface BucketScriptProps {
  readonly buckets: readonly BucketName[];
  readonly region: string;
  readonly expires: boolean;
  /** Of each bucket; undefined where the file system itself refuses writes in time. */
  readonly quota: Size | undefined;
  /** Whether the eviction may have been killed while it let MinIO count at full speed. */
  readonly recounts: boolean;
  readonly purgeToken: string | undefined;
  readonly runners: readonly {
    readonly name: string;
    readonly bucket: BucketName;
    readonly path: CachePath;
  }[];
}

/** Where the script finds what it needs. */
export const BUCKET_SCRIPT = {
  /** The ConfigMap: the scripts, the policies, the lifecycle rule, the revision. */
  config: '/config',
  file: 'bucket-init.sh',
  evict: 'bucket-evict.sh',
  lifecycle: 'lifecycle.json',
  revision: 'revision',
  /** `_root` and one folder a runner, each with the keys of a Secret. */
  keys: '/run/keys',
  rootKeys: '_root',
} as const;

/**
 * The script of the bucket-init Job, and of the keeper, which calls it with `keep`: then it removes nothing, because its
 * keys and its configuration may be a minute old. POSIX sh with `mc`, `cat` and `sleep`;
 * no secret in an argument; each step may run again, and none hides a failure. No `key=` and no `token=`: Trivy would
 * take it for one in a ConfigMap (KSV-01010, KSV-0109).
 */
export function bucketScript(props: BucketScriptProps): string {
  const { config, keys, rootKeys } = BUCKET_SCRIPT;
  const runners = props.runners.map(({ name, bucket, path }) => `${name} ${bucket} ${path}`);
  return `# Brings MinIO to this state, whatever it was before. Safe to kill, to run again, to run twice at once.
set -eu; umask 077; KEEP=\${1-} known=
fail() { echo "$1" >&2; exit 1; }
read_key() { # FILE: the runner would sign with a newline, which \`mc\` drops: each transfer refused, in a green job
  text=$(cat "$1" && echo .); text=\${text%.}; case $text in '' | *[![:graph:]]*) fail "$1 is empty, ends in a newline or holds other white space" ;; esac
}
login() { # ALIAS FOLDER
  read_key "$2/${KEY_NAMES.access}"; user=$text; read_key "$2/${KEY_NAMES.secret}"; printf '%s\\n' "$user" "$text" >/tmp/pair
  mc alias set "$1" "$MINIO_URL" --api S3v4 --path on </tmp/pair >/dev/null
}
bucket() { # NAME
  mc mb --ignore-existing --region ${props.region} "root/$1"; mc anonymous set private "root/$1"
${bucketSteps(props)
  .map((line) => `  ${line}\n`)
  .join('')}}
runner() { # NAME: a user that may read and write below its path, and nothing else
  if [ "$KEEP" ] && [ ! -e "${keys}/$1/${KEY_NAMES.secret}" ]; then echo "$1 has no keys yet"; return; fi
  login runner "${keys}/$1"; known="$known $user $(cat "${keys}/$1/${PREVIOUS_ACCESS_KEY}" 2>/dev/null || :) "
  mc admin policy create root "${policyName('$1')}" "${config}/${policyFile('$1')}"
  mc admin user add root </tmp/pair; mc admin policy attach root "${policyName('$1')}" --user "$user"
}
remove_others() { # users of former keys, once the new ones are proven, and of former runners; JSON, because the table would cut names off
  mc admin user ls --json root >/tmp/users
  while read -r line; do name=\${line#*'"accessKey":"'} name=\${name%%'"'*}
    case $line in *'"policyName":"${policyName('')}'*) case $known in *" $name "*) ;; *) mc admin user rm root "$name" ;; esac ;; esac
  done </tmp/users
}
proof() { # NAME BUCKET PATH: with the runner's own keys
  login runner "${keys}/$1"; probe=$2/$3/probe-$HOSTNAME
  echo works | mc pipe "runner/$probe" >/dev/null && [ "$(mc cat "runner/$probe")" = works ] || fail "$1 cannot use its cache"
  mc rm "root/$probe"
  if out=$(mc cat "runner/$2/outside" 2>&1); then out=; fi; case $out in *'Insufficient permissions'*) ;; *) fail "$1 may leave its path: $out" ;; esac
}
login root ${keys}/${rootKeys}; mc ready root; ${props.recounts ? 'mc admin config reset root scanner speed >/dev/null; ' : ''}${props.buckets.map((name) => `bucket ${name}`).join('; ')}
${props.runners.map(({ name }) => `runner ${name}`).join('; ')}
if [ -z "$KEEP" ]; then ${runners.map((runner) => `proof ${runner}`).join('; ')}; remove_others; fi
`;
}

function bucketSteps({ expires, quota, purgeToken }: BucketScriptProps): string[] {
  const { config, lifecycle } = BUCKET_SCRIPT;
  return [
    expires
      ? `mc ilm rule import "root/$1" <${config}/${lifecycle}`
      : absent('mc ilm rule rm --all --force "root/$1"', 'lifecycle configuration does not exist'),
    quota === undefined ? 'mc quota clear "root/$1"' : `mc quota set "root/$1" --size ${quota.toString()}B`,
    ...(purgeToken === undefined ? [] : purge(purgeToken)),
  ];
}

/**
 * The bucket's tag remembers the last token, for objects expire. Also the keeper writes it, into a bucket that it has
 * just made: else the next Job would purge again.
 */
function purge(token: string): string[] {
  return [
    absent('mc tag list --json "root/$1"', 'No tags'),
    `objects=$(mc ls "root/$1"); case $out in *'"purge-token":"${token}"'*) return ;; esac`,
    `[ -z "$KEEP" ] || [ -z "$out$objects" ] || return 0`,
    `[ -z "$objects" ] || mc rm --recursive --force "root/$1"; mc tag set "root/$1" "purge-token"=${token}`,
  ];
}

/** Runs a command that fails where there is nothing, and only then may; its output is in `out`. */
function absent(command: string, complaint: string): string {
  return `out=$(${command} 2>&1) || case $out in *'${complaint}'*) out= ;; *) fail "$out" ;; esac`;
}
