import type { Volume } from '../kubernetes/object';
import { READ_ONLY } from '../kubernetes/pod';
import { KEY_NAMES, NAMES, PREVIOUS_ACCESS_KEY } from '../model/names';
import { BUCKET_SCRIPT } from '../render/bucket-script';

/** A runner's keys, as the copy beside MinIO has them. */
export interface MountedKeys {
  readonly runner: string;
  readonly secret: string;
}

/** Whether the pod starts only when all keys of the runners are there, and those of a rotation. */
export type Waiting = { readonly wait: true; readonly marker: string | undefined } | { readonly wait: false };

/**
 * The root's and all runners' keys, a folder each. The root's must be there. The marker is among the keys only to be
 * waited for.
 */
export function keyVolumes(name: string, runners: readonly MountedKeys[], waiting: Waiting): Volume {
  const optional = waiting.wait ? {} : { optional: true };
  const marker = waiting.wait ? waiting.marker : undefined;
  return {
    name,
    projected: {
      defaultMode: READ_ONLY,
      sources: [
        {
          secret: { name: NAMES.rootKeys, items: keyItems(BUCKET_SCRIPT.rootKeys, Object.values(KEY_NAMES)) },
        },
        ...runners.flatMap(({ runner, secret }) => [
          {
            secret: {
              name: secret,
              items: keyItems(runner, [
                ...Object.values(KEY_NAMES),
                ...(marker === undefined ? [] : [marker]),
              ]),
              ...optional,
            },
          },
          // Only there after a rotation.
          { secret: { name: secret, items: keyItems(runner, [PREVIOUS_ACCESS_KEY]), optional: true } },
        ]),
      ],
    },
  };
}

function keyItems(folder: string, keys: readonly string[]): { key: string; path: string }[] {
  return keys.map((key) => ({ key, path: `${folder}/${key}` }));
}
