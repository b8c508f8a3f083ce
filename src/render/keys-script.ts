import {
  API_TOKEN_FOLDER,
  KEY_NAMES,
  PREVIOUS_ACCESS_KEY,
  ROTATION_MARKER,
  rotationMarker,
} from '../model/names';

/** A Secret in the cluster. */
export interface SecretName {
  readonly namespace: string;
  readonly name: string;
}

export interface KeysScriptProps {
  readonly root: SecretName;
  readonly runners: readonly {
    /** Beside the runner: the one that counts. */
    readonly keys: SecretName;
    /** Beside MinIO: always made equal to it. */
    readonly copy: SecretName;
  }[];
  readonly rotation: number;
}

/**
 * The script of the keys Job: POSIX sh with curl and coreutils, no jq, sed or grep, which the images do not have.
 * The API server's compact JSON is cut with parameter expansion; base64 and names hold no quotes or braces, and the
 * annotation of `kubectl apply` has its quotes escaped, so no pattern can match inside of it.
 */
export function keysScript({ root, runners, rotation }: KeysScriptProps): string {
  const tasks = [
    `root ${path(root)}`,
    ...runners.map(({ keys, copy }) => `runner ${path(keys)} ${path(copy)}`),
  ];
  const { access, secret } = KEY_NAMES;
  const marker = rotationMarker(rotation);
  return `# Fills what is absent, rotates once for each number, changes no other key. Safe to kill, to run again, to run twice at once.
set -eu; umask 077; trap 'exit 143' TERM # as process 1 a shell has no default for it
token=${API_TOKEN_FOLDER.mount}/${API_TOKEN_FOLDER.below}
api=https://kubernetes.default.svc:$KUBERNETES_SERVICE_PORT/api/v1/namespaces
call() { # PATH [OPTION OF CURL...]
  path=$1 && shift && printf 'Authorization: Bearer %s' "$(cat "$token/token")" >/tmp/auth &&
    curl -fsS --max-time 30 --cacert "$token/ca.crt" -H @/tmp/auth "$@" "$api/$path?pretty=false"
}
get() { # PATH: sets object, version and data
  object=$(call "$1") && version=\${object#*'"resourceVersion":"'} && version=\${version%%'"'*} || return 1
  case $object in *'"data":{'*) data=\${object#*'"data":{'} data=\${data%%\\}*} ;; *) data= ;; esac
}
value() { case $data in *"\\"$1\\":\\""*) value=\${data#*"\\"$1\\":\\""} && echo "\${value%%'"'*}" ;; esac; } # KEY: in base64
random() { head -c 1024 /dev/urandom | base64 | tr -dc A-Za-z0-9 | head -c "$1" | base64 -w 0; }
complete() { # keys that are there stay
  access=\${access:-$(random 20)} secret=\${secret:-$(random 40)} && [ "$access" ] && [ "$secret" ]
}
patch() { # PATH VERSION MORE-DATA MORE-FIELDS: refused when somebody was faster
  printf '{"metadata":{"resourceVersion":"%s"},"data":{"${access}":"%s","${secret}":"%s"%s}%s}' "$2" "$access" "$secret" "$3" "$4" |
    call "$1" -X PATCH -H 'Content-Type: application/merge-patch+json' --data-binary @- >/dev/null && echo "$1: filled"
}
root() { # PATH
  get "$1" && access=$(value ${access}) secret=$(value ${secret}) || return 1
  case $object in *'"immutable":true'*) [ "$access" ] && [ "$secret" ] && echo "$1: has its keys" && return ;; esac
  complete && patch "$1" "$version" '' ',"immutable":true'
}
has() { # PATH DATA VERSION: the keys are there, or are put there
  data=$2; [ "$(value ${access}) $(value ${secret}) $(value ${PREVIOUS_ACCESS_KEY}) $(value ${marker})" = "$access $secret $previous $access" ] && echo "$1: has its keys" ||
    patch "$1" "$3" ",\\"${PREVIOUS_ACCESS_KEY}\\":\\"$previous\\",\\"${marker}\\":\\"$access\\"" ''
}
${rotation > 1 ? rotated(rotation) : ''}runner() { # PATH PATH-OF-COPY: keys that only the copy has are taken from there
  get "$2" && copy=$data copy_version=$version && get "$1" && own=$data data=$data,$copy || return 1
  access=$(value ${access}) secret=$(value ${secret}) previous=$(value ${PREVIOUS_ACCESS_KEY})
${rotation > 1 ? `  [ -z "$access" ] || rotated || { previous=$access access= secret=; }\n` : ''}  complete && has "$1" "$own" "$version" && has "$2" "$copy" "$copy_version"
}
until ok=yes; ${tasks.map((task) => `${task} || ok=`).join('\n  ')}
  [ "$ok" ]; do sleep 5; done
`;
}

/** A Job that was held up must not change keys that a later one has made: they are in use. */
function rotated(rotation: number): string {
  const marker = `'"${ROTATION_MARKER}'`;
  const loop = `while case $rest in *${marker}*) ;; *) false ;; esac; do rest=\${rest#*${marker}}`;
  return `rotated() { rest=$data; ${loop}; if [ "\${rest%%'"'*}" -ge ${rotation} ] 2>/dev/null; then return; fi; done; false; } # by this or a later Job
`;
}

function path({ namespace, name }: SecretName): string {
  return `${namespace}/secrets/${name}`;
}
