import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ROOT_KEYS } from './minio';
import type { Shell } from './sandbox';

/** The first folder of PATH that has both; tests that need them are skipped where there is none. */
const FOLDER = (process.env.PATH ?? '')
  .split(delimiter)
  .find((folder) => ['minio', 'mc'].every((name) => existsSync(join(folder, name))));

export const HAS_MINIO = FOLDER !== undefined;
const program = (name: string): string => join(FOLDER ?? '', name);

/** A MinIO of its own, with the alias `root` in place. */
export interface RealMinio {
  /** Throws with what `mc` says. */
  readonly mc: (...words: readonly string[]) => string;
  readonly run: (shell: Shell, script: string) => { code: number | null; output: string };
  readonly stop: () => void;
}

export async function realMinio(): Promise<RealMinio> {
  const root = mkdtempSync(join(tmpdir(), 'real-minio-'));
  const address = `127.0.0.1:${await freePort()}`;
  const server = spawn(program('minio'), ['server', join(root, 'data'), '--address', address], {
    env: {
      MINIO_ROOT_USER: ROOT_KEYS[0],
      MINIO_ROOT_PASSWORD: ROOT_KEYS[1],
      HOME: root,
      MINIO_UPDATE: 'off',
    },
    stdio: 'ignore',
  });
  mkdirSync(join(root, 'bin'));
  symlinkSync(program('mc'), join(root, 'bin/mc'));
  const env = { PATH: join(root, 'bin'), MC_CONFIG_DIR: join(root, 'mc'), HOME: root };
  const call = (
    command: string,
    words: readonly string[],
    input = '',
  ): { code: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(command, words, { env, input, encoding: 'utf8' });
    return { code: status, output: stdout + stderr };
  };
  const alias = ['alias', 'set', 'root', `http://${address}`, '--api', 'S3v4', '--path', 'on'];
  const mc = (words: readonly string[], input?: string): string => {
    const { code, output } = call(program('mc'), words, input);
    if (code !== 0) throw new Error(`mc ${words.join(' ')}: ${output}`);
    return output;
  };
  mc(alias, `${ROOT_KEYS[0]}\n${ROOT_KEYS[1]}\n`);
  mc(['ready', 'root']);
  return {
    mc: (...words) => mc(words),
    run: ({ command: [command, ...rest] }, script) => {
      writeFileSync(join(root, 'script.sh'), script);
      return call(command, [...rest, join(root, 'script.sh')]);
    },
    stop: () => {
      stop(server, root);
    },
  };
}

function stop(server: ChildProcess, root: string): void {
  server.once('exit', () => {
    rmSync(root, { recursive: true, force: true });
  });
  server.kill('SIGKILL');
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
