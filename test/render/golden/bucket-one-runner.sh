# Brings MinIO to this state, whatever it was before. Safe to kill, to run again, to run twice at once.
set -eu; umask 077; KEEP=${1-}
fail() { echo "$1" >&2; exit 1; }
read_key() { # FILE: the runner would sign with a newline, which `mc` drops: each transfer refused, in a green job
  key=$(cat "$1" && echo .); key=${key%.}; case $key in '' | *[![:graph:]]*) fail "$1 is empty, ends in a newline or holds other white space" ;; esac
}
login() { # ALIAS FOLDER
  read_key "$2/accesskey"; user=$key; read_key "$2/secretkey"; printf '%s\n' "$user" "$key" >/tmp/pair
  mc alias set "$1" "$MINIO_URL" --api S3v4 --path on </tmp/pair >/dev/null
}
bucket() { # NAME
  mc mb --ignore-existing --region eu-west-1 "root/$1"
  mc anonymous set private "root/$1"
  mc ilm rule import "root/$1" </config/lifecycle.json
  mc quota set "root/$1" --size 10GiB
  out=$(mc tag list --json "root/$1" 2>&1) || case $out in *'No tags'*) out= ;; *) fail "$out" ;; esac
  case $out in *'"purge-token":"token-2"'*) return 0 ;; esac
  objects=$(mc ls "root/$1"); [ -z "$KEEP" ] || [ -z "$out$objects" ] || return 0
  [ -z "$objects" ] || mc rm --recursive --force "root/$1"; mc tag set "root/$1" purge-token=token-2
}
runner() { # NAME BUCKET PATH: may read and write below the path, and nothing else
  keys=/run/keys/$1 policy=runner-cache-$1 probe=$2/$3/probe-$HOSTNAME previous=
  [ ! -e "$keys/previous" ] || previous=$(cat "$keys/previous")
  login runner "$keys"
  mc admin policy create root "$policy" "/config/runner-cache-$1.json"
  mc admin user add root </tmp/pair; mc admin policy attach root "$policy" --user "$user"
  echo works | mc pipe "runner/$probe" >/dev/null && [ "$(mc cat "runner/$probe")" = works ] || fail "$1 cannot use its cache"
  mc rm "root/$probe"
  case $(mc cat "runner/$2/outside" 2>&1 || :) in *'Insufficient permissions'*) ;; *) fail "$1 may leave its path" ;; esac
  [ -z "$KEEP" ] || return 0; mc admin user ls --json root >/tmp/users # the table would cut names off
  while read -r line; do
    name=${line#*'"accessKey":"'} name=${name%%'"'*}
    case $name,$line in "$user",* | "$previous",*) ;; *"\"policyName\":\"$policy\""*) mc admin user rm root "$name" ;; esac
  done </tmp/users
}
# A changed ConfigMap needs a minute to reach a folder that is mounted already.
until [ "$(cat /config/revision)" = "${REVISION-$(cat /config/revision)}" ]; do sleep 2; done
login root /run/keys/_root; mc ready root
bucket runner-cache
runner main runner-cache cache
