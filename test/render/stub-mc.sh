#!/bin/sh
# MinIO on files below $LAB/minio, and `mc` in one. It says and refuses what mc of 2025-03-13 and a real server did.
set -eu; umask 077
PATH=/usr/bin:/bin
minio=$LAB/minio
say() { echo "mc: <ERROR> $1" >&2; exit 1; }
json() { printf '{"status":"error","error":{"message":"%s","cause":{"message":"%s","error":{}},"type":"fatal"}}\n' "$1" "$2"; exit 1; }
for word; do case $word in --*) ;; *) words="${words-}$word " ;; esac; done
count=0; [ ! -e "$LAB/count.$RUN" ] || read -r count <"$LAB/count.$RUN"; count=$((count + 1)); echo "$count" >"$LAB/count.$RUN"
case $FAULT in
"kill before $count") kill -KILL 0 ;;
"kill after $count") trap 'kill -KILL 0' EXIT ;;
"fail $count") say 'Connection refused' ;;
"fail "[a-z]*) case "$words" in "${FAULT#fail } "*) say 'Connection refused' ;; esac ;;
esac
login() { # ALIAS: sets access and secret; the server knows them, or refuses
  { read -r access && read -r secret; } <"$MC_CONFIG_DIR/$1"
  read -r root <"$minio/root"
  if [ "$access $secret" = "$root" ]; then access=root; return 0; fi
  [ -d "$minio/users/$access" ] || say 'The Access Key Id you provided does not exist in our records.'
  read -r theirs <"$minio/users/$access/secret" && [ "$secret" = "$theirs" ] || say 'The request signature we calculated does not match the signature you provided.'
}
admin() { login "$1"; [ "$access" = root ] || say 'Access Denied.'; }
target() { # ALIAS/BUCKET[/KEY]: sets bucket and key of a bucket that exists
  login "${1%%/*}"; bucket=${1#*/}; key=${bucket#*/}; bucket=$minio/buckets/${bucket%%/*}
  [ "$access" = root ] || may "${1#*/}" || say "Insufficient permissions to access this path \`$MINIO_URL/${1#*/}\`."
  [ -d "$bucket" ] || say 'The specified bucket does not exist.'
}
may() { # BUCKET/KEY
  read -r policies <"$minio/users/$access/policies" || return 1
  while [ "$policies" ]; do
    while read -r line; do
      case $line in *'"arn:aws:s3:::'*'*"'*) line=${line#*:::} && case $1 in "${line%%\**}"*) return 0 ;; esac ;; esac
    done <"$minio/policies/${policies%%,*}"
    case $policies in *,*) policies=${policies#*,} ;; *) policies= ;; esac
  done
  return 1
}
input() { # FILE: is filled with what comes in
  : >"$1"
  while IFS= read -r line; do echo "$line" >>"$LAB/stdin" && echo "$line" >>"$1"; done
}
pair() { # as `mc` reads it: two lines without a carriage return, what follows is ignored
  read -r access && read -r secret && cr=$(printf '\r') && access=${access%"$cr"} secret=${secret%"$cr"} && echo "$secret" >>"$LAB/stdin"
}
verb="$1 $2"; [ "$1" != admin ] || verb="$1 $2 $3"
set -- $words
case $verb in
'alias set') pair && printf '%s\n' "$access" "$secret" >"$MC_CONFIG_DIR/$3" && echo "Added \`$3\` successfully." ;;
'ready '*) echo "The cluster '$2' is ready" ;;
'mb '*)
  bucket=$minio/buckets/${3#*/} && admin root
  [ -d "$bucket" ] || { mkdir -p "$bucket/objects" && echo "$2" >"$bucket/region"; } ;;
'anonymous set') target "$4" && echo "$3" >"$bucket/access" ;;
'ilm rule')
  target "$4"
  case $3 in
  import) input "$bucket/lifecycle" ;;
  rm) rm "$bucket/lifecycle" 2>/dev/null || say 'Unable to fetch lifecycle rules. The lifecycle configuration does not exist.' ;;
  esac ;;
'quota set') target "$3" && echo "$4" >"$bucket/quota" ;;
'quota clear') target "$3" && rm -f "$bucket/quota" ;;
'tag list')
  target "$3"
  [ -e "$bucket/tag" ] || json "No tags found  for $MINIO_URL" "check 'mc tag set --help' on how to set tags"
  read -r tag <"$bucket/tag" && printf '{"tagset":{"%s":"%s"},"status":"success","versionID":""}\n' "${tag%%=*}" "${tag#*=}" ;;
'tag set') target "$3" && echo "$4" >"$bucket/tag" ;;
'ls '*) target "$2/" && ls "$bucket/objects" ;;
'rm --recursive')
  if [ $# = 3 ]; then target "$3" && find "$bucket/objects" -type f ! -newermt "${2%s} seconds ago" -delete
  else target "$2" && rm -rf "$bucket/objects" && mkdir "$bucket/objects"; fi ;;
'du --json')
  target "$2"
  printf '{"prefix":"%s","size":%s,"objects":1,"status":"success","isVersions":false}\n' "${2#*/}" $(($(find "$bucket/objects" -type f -printf '%s+')0)) ;;
'find '*)
  target "$2" && find "$bucket/objects" -type f -newermt "${3%s} seconds ago" \
    -printf '{"status":"success","type":"","lastModified":"","size":%s,"key":"%f","etag":""}\n' ;;
'rm '*) target "$2" && rm "$bucket/objects/$key" && rmdir -p --ignore-fail-on-non-empty "$bucket/objects/${key%/*}" && mkdir -p "$bucket/objects" ;;
'pipe '*) target "$2" && mkdir -p "$bucket/objects/${key%/*}" && input "$bucket/objects/$key" ;;
'cat '*)
  target "$2"
  [ -e "$bucket/objects/$key" ] || { [ "$access" != root ] && say 'Unable to read. Access Denied.' || say 'Object does not exist.'; }
  read -r line <"$bucket/objects/$key" && echo "$line" ;;
'admin policy create') admin "$4" && cp "$6" "$minio/policies/$5" ;;
'admin policy attach')
  admin "$4"; [ -e "$minio/policies/$5" ] && [ -d "$minio/users/$6" ] || say 'The specified policy or user does not exist.'
  list= && read -r list <"$minio/users/$6/policies" || :
  case ,$list, in *",$5,"*) ;; *) echo "$list${list:+,}$5" >"$minio/users/$6/policies" ;; esac ;;
'admin config set') admin "$4" && echo "$6" >"$minio/scanner" && echo 'Successfully applied new settings.' ;;
'admin config reset') admin "$4" && rm -f "$minio/scanner" && echo "'$5 $6' is successfully reset." ;;
'admin user add')
  admin "$4" && pair && mkdir -p "$minio/users/$access" && echo "$secret" >"$minio/users/$access/secret" && : >>"$minio/users/$access/policies" ;;
'admin user ls')
  admin "$4" && for user in "$minio"/users/*; do
    read -r policies <"$user/policies" && printf '{"status":"success","accessKey":"%s","policyName":"%s","userStatus":"enabled"}\n' "${user##*/}" "$policies"
  done ;;
'admin user rm') admin "$4" && rm -r "$minio/users/$5" ;;
*) say "The stub does not know: $verb" ;;
esac
