import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPANION_LOOP, JOB_LOOP } from '../../src/render/bucket-loop';
import { SHELLS } from './sandbox';

const NEW = 'r2';

interface Lab {
  readonly root: string;
  /** Runs one of the loops with our folders in place of the container's; `sleep` swaps the ConfigMap in. */
  readonly run: (shell: readonly string[], loop: string) => { status: number | null; output: string };
}

/** A ConfigMap as the kubelet mounts it: a link that is swapped. */
function lab(sleep: string): Lab {
  const root = mkdtempSync(join(tmpdir(), 'bucket-loop-'));
  for (const [revision, code] of [
    ['r1', 'echo old script; exit 0'],
    [NEW, 'echo new script; exit "$(cat ROOT/exit)"'],
  ] as const) {
    mkdirSync(join(root, revision));
    writeFileSync(join(root, revision, 'bucket-init.sh'), `${code.replace('ROOT', root)}\n`);
    writeFileSync(join(root, revision, 'revision'), `${revision}\n`);
  }
  symlinkSync('r1', join(root, 'config'));
  writeFileSync(join(root, 'exit'), '0');
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin/sleep'), `#!/bin/sh\necho "sleep $1"\n${sleep.replaceAll('ROOT', root)}\n`, {
    mode: 0o755,
  });
  return {
    root,
    run: ([command = '', ...options], loop) => {
      const text = loop
        .replaceAll('/config/', `${root}/config/`)
        .replaceAll('/tmp/ensured', `${root}/ensured`);
      const PATH = `${root}/bin:${process.env.PATH ?? ''}`;
      const { status, stdout, stderr } = spawnSync(command, [...options, '-c', text], {
        env: { PATH, REVISION: NEW },
        encoding: 'utf8',
        // A socket there would make bash read a person's start-up file.
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 20_000,
      });
      return { status, output: stdout + stderr };
    },
  };
}

const roots: string[] = [];
const made = (sleep: string): Lab => {
  const box = lab(sleep);
  roots.push(box.root);
  return box;
};
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

describe.each(SHELLS)('under $name', ({ command }) => {
  test('the Job opens the script only when the ConfigMap of its commit is there', () => {
    const { run } = made('ln -sfn r2 ROOT/config');
    expect(run(command, JOB_LOOP)).toEqual({ status: 0, output: 'sleep 2\nnew script\n' });
  });

  test('the Job tries again until it succeeds', () => {
    const box = made('ln -sfn r2 ROOT/config; [ "$1" = 2 ] || echo 0 >ROOT/exit');
    writeFileSync(join(box.root, 'exit'), '1');
    expect(box.run(command, JOB_LOOP)).toEqual({
      status: 0,
      output: 'sleep 2\nnew script\nsleep 10\nnew script\n',
    });
  });

  test('a Job whose commit was superseded ends instead of waiting for ever', () => {
    const { run } = made('exit 0');
    const { status, output } = run(command, JOB_LOOP);
    expect([status, output.trim().split('\n').at(-1)]).toEqual([
      0,
      'superseded: the ConfigMap is of another commit',
    ]);
  });

  test('the companion says that all is ensured only after a success, and leaves when it is told to', () => {
    const box = made('ln -sfn r2 ROOT/config; [ "$1" = 5 ] && echo 0 >ROOT/exit || kill -TERM $PPID');
    writeFileSync(join(box.root, 'exit'), '1');
    writeFileSync(
      join(box.root, 'r1/bucket-init.sh'),
      `[ "$1" = keep ] && [ ! -e ${box.root}/ensured ] && exit 1\n`,
    );
    const { output } = box.run(command, COMPANION_LOOP);
    expect(output).toBe('sleep 5\nnew script\nsleep 300\n');
    expect(readFileSync(join(box.root, 'ensured'), 'utf8')).toBe('');
  });
});
