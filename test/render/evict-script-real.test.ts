import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { bucketName } from '../../src/model/bucket-name';
import { size } from '../../src/model/size';
import { evictScript } from '../../src/render/evict-script';
import { HAS_MINIO, realMinio, type RealMinio } from './real-minio';
import { SHELLS } from './sandbox';

jest.setTimeout(60_000);
const withMinio = HAS_MINIO ? describe : describe.skip;

const script = evictScript({
  buckets: [bucketName('runner-cache')],
  limits: { quota: size('10Mi'), high: size('9Mi'), low: size('7Mi'), refusing: undefined },
  expireAfterDays: 14,
});

withMinio('with a real MinIO', () => {
  let minio: RealMinio;
  const folder = mkdtempSync(join(tmpdir(), 'archives-'));
  const file = join(folder, 'archive');

  beforeAll(async () => {
    minio = await realMinio();
    writeFileSync(file, Buffer.alloc(2 ** 20));
  });
  afterAll(() => {
    minio.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    minio.mc('mb', '--ignore-existing', 'root/runner-cache');
  });
  afterEach(() => {
    minio.mc('rb', '--force', 'root/runner-cache');
  });

  const save = (name: string, hoursAgo: number): void => {
    const date = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
    minio.mc(
      'cp',
      '-q',
      '-H',
      `X-Minio-Source-Mtime:${date}`,
      file,
      `root/runner-cache/cache/project/1/${name}`,
    );
  };
  const archives = (): string[] =>
    [...minio.mc('ls', '--recursive', 'root/runner-cache').matchAll(/\S+$/gm)].map(([path]) =>
      path.slice(16),
    );

  test.each(SHELLS)('$name takes the oldest archives, and nothing when run again', (shell) => {
    for (let hours = 1; hours <= 10; hours++) save(`archive-${hours}`, hours);
    expect(minio.run(shell, script)).toEqual({
      code: 0,
      output: expect.stringMatching(
        /^runner-cache was nearly full: .* 288\d\d s, 10 MiB are 7 MiB now\n$/,
      ) as string,
    });
    const left = ['1', '2', '3', '4', '5', '6', '7'].map((hours) => `archive-${hours}`);
    expect(archives().sort()).toEqual(left);
    expect(minio.run(shell, script)).toEqual({ code: 0, output: '' });
    expect(archives().sort()).toEqual(left);
  });

  test.each(SHELLS)(
    '$name takes nothing from a bucket that is empty, and fails where there is none',
    (shell) => {
      expect(minio.run(shell, script)).toEqual({ code: 0, output: '' });
      minio.mc('rb', 'root/runner-cache');
      expect(minio.run(shell, script)).toEqual({
        code: 1,
        output: expect.stringContaining('NoSuchBucket') as string,
      });
      minio.mc('mb', 'root/runner-cache');
    },
  );
});
