# Brings MinIO to this state, whatever it was before. Safe to kill, to run again, to run twice at once.
set -eu; umask 077; KEEP=${1-} known=
fail() { echo "$1" >&2; exit 1; }
read_key() { # FILE: the runner would sign with a newline, which `mc` drops: each transfer refused, in a green job
  text=$(cat "$1" && echo .); text=${text%.}; case $text in '' | *[![:graph:]]*) fail "$1 is empty, ends in a newline or holds other white space" ;; esac
}
login() { # ALIAS FOLDER
  read_key "$2/accesskey"; user=$text; read_key "$2/secretkey"; printf '%s\n' "$user" "$text" >/tmp/pair
  mc alias set "$1" "$MINIO_URL" --api S3v4 --path on </tmp/pair >/dev/null
}
bucket() { # NAME
  mc mb --ignore-existing --region us-east-1 "root/$1"; mc anonymous set private "root/$1"
  out=$(mc ilm rule rm --all --force "root/$1" 2>&1) || case $out in *'lifecycle configuration does not exist'*) out= ;; *) fail "$out" ;; esac
  mc quota clear "root/$1"
}
runner() { # NAME: a user that may read and write below its path, and nothing else
  if [ "$KEEP" ] && [ ! -e "/run/keys/$1/secretkey" ]; then echo "$1 has no keys yet"; return; fi
  login runner "/run/keys/$1"; known="$known $user $(cat "/run/keys/$1/previous" 2>/dev/null || :) "
  mc admin policy create root "runner-cache-$1" "/config/runner-cache-$1.json"
  mc admin user add root </tmp/pair; mc admin policy attach root "runner-cache-$1" --user "$user"
}
remove_others() { # users of former keys, once the new ones are proven, and of former runners; JSON, because the table would cut names off
  mc admin user ls --json root >/tmp/users
  while read -r line; do name=${line#*'"accessKey":"'} name=${name%%'"'*}
    case $line in *'"policyName":"runner-cache-'*) case $known in *" $name "*) ;; *) mc admin user rm root "$name" ;; esac ;; esac
  done </tmp/users
}
proof() { # NAME BUCKET PATH: with the runner's own keys
  login runner "/run/keys/$1"; probe=$2/$3/probe-$HOSTNAME
  echo works | mc pipe "runner/$probe" >/dev/null && [ "$(mc cat "runner/$probe")" = works ] || fail "$1 cannot use its cache"
  mc rm "root/$probe"
  if out=$(mc cat "runner/$2/outside" 2>&1); then out=; fi; case $out in *'Insufficient permissions'*) ;; *) fail "$1 may leave its path: $out" ;; esac
}
login root /run/keys/_root; mc ready root; bucket runner-cache; bucket other-cache
runner one; runner two; runner three
if [ -z "$KEEP" ]; then proof one runner-cache cache/one; proof two runner-cache cache/two; proof three other-cache cache; remove_others; fi
