import { BUCKET_SCRIPT } from './bucket-script';

const { config, file, evict, revision } = BUCKET_SCRIPT;

/** Holds a word while MinIO is as it should be; what the keeper's readiness asks for. */
export const KEPT_STATE = '/tmp/kept';

/**
 * What the Job runs. It waits before the script is opened: a changed ConfigMap needs a minute to reach a folder that is
 * mounted already, and a shell goes on with the text that it has opened. It ends only in success, so that no mended
 * mistake finds a Job that has given up; and in no success when it is told to leave, for then it is not done.
 */
export const JOB_LOOP = `trap 'exit 143' TERM; tries=0
until [ "$(cat ${config}/${revision})" = "$REVISION" ]; do
  tries=$((tries + 1)); if [ "$tries" -gt 150 ]; then echo "superseded: the ConfigMap is of another commit"; exit 0; fi
  sleep 2 & wait
done
while ! { sh ${config}/${file} & wait $!; }; do sleep 10 & wait; done
`;

/**
 * What the keeper runs: all of the bucket script every five minutes or so, and a look at the buckets every ten seconds,
 * which is what a start of `mc` may cost. A look that fails, a bucket that is gone, or a new ConfigMap makes it run all
 * of it at once. As process 1 a shell has no default for SIGTERM.
 */
export const KEEPER_LOOP = `trap exit TERM; looks=0 seen=
while :; do
  now=$(cat ${config}/${revision})
  if [ "$looks" -gt 0 ] && [ "$now" = "$seen" ]; then looks=$((looks - 1)); set -- ${evict}; else looks=30 seen=$now; set -- ${file} keep; fi
  sh "${config}/$@" & if wait $!; then echo yes >${KEPT_STATE}; pause=10; else : >${KEPT_STATE}; looks=0 pause=3; fi
  sleep "$pause" & wait
done
`;
