# Fills what is absent, rotates once for each number, changes no other key. Safe to kill, to run again, to run twice at once.
set -eu; umask 077; trap 'exit 143' TERM # as process 1 a shell has no default for it
token=/var/run/secrets/kubernetes.io/serviceaccount
api=https://kubernetes.default.svc:$KUBERNETES_SERVICE_PORT/api/v1/namespaces
call() { # PATH [OPTION OF CURL...]
  path=$1 && shift && printf 'Authorization: Bearer %s' "$(cat "$token/token")" >/tmp/auth &&
    curl -fsS --max-time 30 --cacert "$token/ca.crt" -H @/tmp/auth "$@" "$api/$path?pretty=false"
}
get() { # PATH: sets object, version and data
  object=$(call "$1") && version=${object#*'"resourceVersion":"'} && version=${version%%'"'*} || return 1
  case $object in *'"data":{'*) data=${object#*'"data":{'} data=${data%%\}*} ;; *) data= ;; esac
}
value() { case $data in *"\"$1\":\""*) value=${data#*"\"$1\":\""} && echo "${value%%'"'*}" ;; esac; } # KEY: in base64
random() { head -c 1024 /dev/urandom | base64 | tr -dc A-Za-z0-9 | head -c "$1" | base64 -w 0; }
complete() { # keys that are there stay
  access=${access:-$(random 20)} secret=${secret:-$(random 40)} && [ "$access" ] && [ "$secret" ]
}
patch() { # PATH VERSION MORE-DATA MORE-FIELDS: refused when somebody was faster
  printf '{"metadata":{"resourceVersion":"%s"},"data":{"accesskey":"%s","secretkey":"%s"%s}%s}' "$2" "$access" "$secret" "$3" "$4" |
    call "$1" -X PATCH -H 'Content-Type: application/merge-patch+json' --data-binary @- >/dev/null && echo "$1: filled"
}
root() { # PATH
  get "$1" && access=$(value accesskey) secret=$(value secretkey) || return 1
  case $object in *'"immutable":true'*) [ "$access" ] && [ "$secret" ] && echo "$1: has its keys" && return ;; esac
  complete && patch "$1" "$version" '' ',"immutable":true'
}
has() { # PATH DATA VERSION: the keys are there, or are put there
  data=$2; [ "$(value accesskey) $(value secretkey) $(value previous) $(value rotation-1)" = "$access $secret $previous $access" ] && echo "$1: has its keys" ||
    patch "$1" "$3" ",\"previous\":\"$previous\",\"rotation-1\":\"$access\"" ''
}
runner() { # PATH PATH-OF-COPY: keys that only the copy has are taken from there
  get "$2" && copy=$data copy_version=$version && get "$1" && own=$data data=$data,$copy || return 1
  access=$(value accesskey) secret=$(value secretkey) previous=$(value previous)
  complete && has "$1" "$own" "$version" && has "$2" "$copy" "$copy_version"
}
until ok=yes; root minio/secrets/minio-root || ok=
  runner gitlab-runner-one/secrets/s3access minio/secrets/s3access-one || ok=
  runner gitlab-runner-two/secrets/s3access minio/secrets/s3access-two || ok=
  runner gitlab-runner-three/secrets/s3access minio/secrets/s3access-three || ok=
  [ "$ok" ]; do sleep 5; done
