import { mkdirSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bucketName } from '../../src/model/bucket-name';
import { size } from '../../src/model/size';
import { evictScript, type EvictScriptProps } from '../../src/render/evict-script';
import { minio, put } from './minio';
import { read, type Sandbox } from './sandbox';

export const oneBucket: EvictScriptProps = {
  buckets: [bucketName('runner-cache')],
  limits: { quota: size('100Mi'), high: size('90Mi'), low: size('70Mi'), refusing: size('95Mi') },
  expireAfterDays: 14,
};
export const twoBuckets: EvictScriptProps = {
  buckets: [bucketName('runner-cache'), bucketName('other-cache')],
  limits: { quota: undefined, high: size('90Mi'), low: size('90Mi'), refusing: undefined },
  expireAfterDays: 'never',
};
export const script = evictScript(oneBucket);

export const HOUR = 60;
export const DAY = 24 * HOUR;

/** An archive: its name, its size in MiB, how many minutes ago it was saved. */
export type Archive = readonly [name: string, mebibytes: number, minutesAgo: number];

/** A MinIO with these archives in its bucket, to which the keeper has logged in already. */
export function filled(archives: readonly Archive[], bucket = 'runner-cache'): Sandbox {
  const box = minio({}, {});
  put(box, 'mc/root', read(box, 'minio/root').replace(' ', '\n'));
  fill(box, archives, bucket);
  return box;
}

export function fill({ root }: Sandbox, archives: readonly Archive[], bucket: string): void {
  mkdirSync(join(root, 'minio/buckets', bucket, 'objects'), { recursive: true });
  for (const [name, mebibytes, minutesAgo] of archives) {
    const file = join(root, 'minio/buckets', bucket, 'objects/cache/project/1', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    truncateSync(file, mebibytes * 2 ** 20);
    // A moment more than the minutes, so that a minute that begins while the test runs changes nothing.
    const date = Date.now() / 1000 - minutesAgo * 60 - 2;
    utimesSync(file, date, date);
    if (statSync(file).size !== mebibytes * 2 ** 20) throw new Error('This disk has no room for the test');
  }
}
