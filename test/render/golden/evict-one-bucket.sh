# Takes the oldest archives from a bucket that is nearly full. Safe to kill, to run again, to run twice at once.
set -euf; HIGH=90 LOW=70 OLDEST=1209600 # MiB, MiB, seconds
fail() { echo "$1" >&2; exit 1; }
size_in() { # JSON: sets `bytes`
  bytes=${1#*'"size":'} bytes=${bytes%%[!0-9]*}; [ "$bytes" ] || fail "no size in: $1"
}
used() { # BUCKET: sets `mib`
  out=$(mc du --json "root/$1") || fail "$out"; size_in "$out"; mib=$((bytes / 1048576))
}
fits() { # BUCKET SECONDS: whether what is younger than this is no more than LOW
  out=$(mc find "root/$1" --json --newer-than "$2s") || fail "$out"; sum=0
  IFS='
'; for line in $out; do size_in "$line"; sum=$((sum + bytes)); done; unset IFS
  [ $((sum / 1048576)) -le "$LOW" ]
}
evict() { # BUCKET
  used "$1"; [ "$mib" -gt "$HIGH" ] || return 0
  before=$mib keep=60 drop=$OLDEST
  while [ $((drop - keep)) -gt 1 ]; do
    age=$(((keep + drop) / 2)); if fits "$1" "$age"; then keep=$age; else drop=$age; fi
  done
  mc rm --recursive --force --older-than "${keep}s" "root/$1" >/dev/null; used "$1"
  [ "$mib" -lt "$before" ] || return 0
  echo "$1 was nearly full: evicted what was older than $keep s, $before MiB are $mib MiB now"
  [ "$before" -le 95 ] || refusing=yes
}
refusing=; evict runner-cache
[ "$refusing" ] || exit 0 # MinIO goes by a count of its own, up to 16 rounds of a minute old; for a while a round takes a second
mc admin config set root scanner speed=fastest >/dev/null; sleep 120; mc admin config reset root scanner speed >/dev/null
