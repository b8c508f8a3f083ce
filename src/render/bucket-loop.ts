import { BUCKET_SCRIPT } from './bucket-script';

const { config, file, revision } = BUCKET_SCRIPT;

/** Appears once the state was reached; what the readiness of the MinIO pod waits for. */
export const ENSURED = '/tmp/ensured';

/**
 * What the Job runs. It waits before the script is opened: a changed ConfigMap needs a minute to reach a folder that is
 * mounted already, and a shell goes on with the text that it has opened. It ends only in success, so that no mended
 * mistake finds a Job that has given up.
 */
export const JOB_LOOP = `trap exit TERM; tries=0
until [ "$(cat ${config}/${revision})" = "$REVISION" ]; do
  tries=$((tries + 1)); if [ "$tries" -gt 150 ]; then echo "superseded: the ConfigMap is of another commit"; exit 0; fi
  sleep 2 & wait
done
while ! { sh ${config}/${file} & wait $!; }; do sleep 10 & wait; done
`;

/** What the container beside a MinIO that forgets runs. As process 1 a shell has no default for SIGTERM. */
export const COMPANION_LOOP = `trap exit TERM
while :; do
  sh ${config}/${file} keep & if wait $!; then : >${ENSURED}; pause=300; else pause=5; fi
  sleep "$pause" & wait
done
`;
