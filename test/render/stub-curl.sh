#!/bin/sh
# The API server's Secrets on files below $LAB/api, and `curl` in one: curl's exit codes, the server's compact JSON.
set -eu; umask 077
PATH=/usr/bin:/bin
method=GET type= authorization= ca= body=
while [ $# -gt 0 ]; do
  case $1 in
  -fsS) ;;
  --max-time) shift ;;
  --cacert) ca=$2 && shift ;;
  -H) case $2 in @*) read -r authorization <"${2#@}" || : ;; *) type=$2 ;; esac; shift ;;
  -X) method=$2 && shift ;;
  --data-binary) read -r body || : && shift ;;
  https://*) url=$1 ;;
  *) echo "The stub does not know: $1" >&2 && exit 2 ;;
  esac
  shift
done
refuse() { echo "curl: (22) The requested URL returned error: $1" >&2; exit 22; }
secret=$LAB/api/${url#https://kubernetes.default.svc:443/api/v1/namespaces/} secret=${secret%'?pretty=false'}
count=0; [ ! -e "$LAB/count.$RUN" ] || read -r count <"$LAB/count.$RUN"; count=$((count + 1)); echo "$count" >"$LAB/count.$RUN"
printf '%s %s\n%s' "$method" "${secret#"$LAB/api/"}" "${body:+$body
}" >>"$LAB/requests"
case $FAULT in
"kill before $count") kill -KILL 0 ;;
"kill after $count") trap 'kill -KILL 0' EXIT ;;
"leave after $count") read -r _ _ _ _ group _ <"/proc/$$/stat" && trap 'kill -TERM "$group"' EXIT ;; # the script, not its children
"pause at $count") : >"$LAB/paused.$RUN" && while [ ! -e "$LAB/go.$RUN" ] && [ -d "$LAB" ]; do sleep 0.01; done ;;
"down until "*) [ "$count" -ge "${FAULT##* }" ] || { echo 'curl: (7) Failed to connect to kubernetes.default.svc port 443' >&2 && exit 7; } ;;
"refuse with "*) rest=${FAULT#refuse with } && [ "$count" -ge "${rest##* }" ] || refuse "${rest%% *}" ;;
esac
read -r known <"$LAB/token/ca.crt" && read -r ca <"$ca" && [ "$ca" = "$known" ] || { echo 'curl: (60) unable to get local issuer certificate' >&2; exit 60; }
read -r known <"$LAB/token/token" || :
[ "$authorization" = "Authorization: Bearer $known" ] || refuse 401
allowed= && while read -r rule; do [ "$rule" != "$method ${secret#"$LAB/api/"}" ] || allowed=yes; done <"$LAB/role"
[ "$allowed" ] || refuse 403
[ -d "$secret" ] || refuse 404
read -r version <"$secret/version"
if [ "$method" = PATCH ]; then
  [ "$type" = 'Content-Type: application/merge-patch+json' ] || refuse 415
  case $body in *'"metadata":{"resourceVersion":"'"$version"'"}'*) ;; *) refuse 409 ;; esac
  [ ! -e "$secret/immutable" ] || refuse 422
  case $body in *'"immutable":true'*) : >"$secret/immutable" ;; esac
  pairs=${body#*'"data":{'} pairs=${pairs%%\}*}
  IFS=,
  for pair in $pairs; do pair=${pair#'"'} && value=${pair#*'":"'} && printf %s "${value%'"'}" >"$secret/data/${pair%%'"'*}"; done
  version=$((version + 1)) && echo "$version" >"$secret/version"
fi
data= immutable=
for file in "$secret"/data/*; do
  [ -e "$file" ] || continue
  value= && read -r value <"$file" || :
  data="$data${data:+,}\"${file##*/}\":\"$value\""
done
[ ! -e "$secret/immutable" ] || immutable='"immutable":true,'
# What must not be taken for data: the annotation of `kubectl apply`, the fields that somebody manages.
printf '{"kind":"Secret","apiVersion":"v1","metadata":{"name":"%s","resourceVersion":"%s","annotations":{%s},"managedFields":[%s]},%s%s"type":"Opaque"}\n' \
  "${secret##*/}" "$version" '"last-applied":"{\"immutable\":true,\"data\":{\"accesskey\":\"bm90bWU=\"},\"metadata\":{\"resourceVersion\":\"7\"}}"' \
  '{"fieldsV1":{"f:data":{".":{},"f:accesskey":{}},"f:immutable":{}}}' "$immutable" "${data:+"\"data\":{$data},"}"
