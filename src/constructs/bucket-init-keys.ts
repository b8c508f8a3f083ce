import type { Volume } from '../kubernetes/object';
import { READ_ONLY } from '../kubernetes/pod';
import { KEY_NAMES, NAMES, PREVIOUS_ACCESS_KEY } from '../model/names';
import { BUCKET_SCRIPT } from '../render/bucket-script';

/** A runner's keys, as the copy beside MinIO has them. */
export interface MountedKeys {
  readonly runner: string;
  readonly secret: string;
}

/**
 * The root's and all runners' keys, a folder each. A pod starts only once every key that is named here exists; the
 * marker is named to wait for the keys of its rotation.
 */
export function keyVolumes(
  name: string,
  runners: readonly MountedKeys[],
  marker: string | undefined,
): Volume {
  const keys = (folder: string) => Object.values(KEY_NAMES).map((key) => ({ key, path: `${folder}/${key}` }));
  return {
    name,
    projected: {
      defaultMode: READ_ONLY,
      sources: [
        { secret: { name: NAMES.rootKeys, items: keys(BUCKET_SCRIPT.rootKeys) } },
        ...runners.flatMap(({ runner, secret }) => [
          {
            secret: {
              name: secret,
              items: [
                ...keys(runner),
                ...(marker === undefined ? [] : [{ key: marker, path: `${runner}/${marker}` }]),
              ],
            },
          },
          // Only there after a rotation.
          {
            secret: {
              name: secret,
              items: [{ key: PREVIOUS_ACCESS_KEY, path: `${runner}/${PREVIOUS_ACCESS_KEY}` }],
              optional: true,
            },
          },
        ]),
      ],
    },
  };
}
