import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JOB_LOOP, KEEPER_LOOP } from '../../src/render/bucket-loop';
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
      const text = loop.replaceAll('/config/', `${root}/config/`).replaceAll('/tmp/kept', `${root}/kept`);
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

  test('a Job that is told to leave reports no success', () => {
    const { run } = made('kill -TERM $PPID');
    expect(run(command, JOB_LOOP)).toEqual({ status: 143, output: 'sleep 2\n' });
  });

  describe('the keeper', () => {
    /** Looks at the buckets; the look at which `sleep` says so is the last one. */
    const LOOK = 'echo "look $#"; exit "$(cat ROOT/look)"';
    const kept = (sleep: string, look = LOOK): Lab => {
      const box = made(sleep);
      rmSync(join(box.root, 'config'));
      symlinkSync(NEW, join(box.root, 'config'));
      for (const revision of ['r1', NEW])
        writeFileSync(join(box.root, revision, 'bucket-evict.sh'), `${look.replaceAll('ROOT', box.root)}\n`);
      writeFileSync(join(box.root, 'look'), '0');
      return box;
    };
    /** Counts the pauses in \`n\`. */
    const COUNT = 'n=$(cat ROOT/n 2>/dev/null || echo 0); n=$((n + 1)); echo $n >ROOT/n; ';
    const END = 'kill -TERM $PPID';

    test('ensures all, then looks at the buckets 30 times, then ensures all again; and leaves when it is told to', () => {
      const { run } = kept(`${COUNT}[ $n -lt 33 ] || ${END}`);
      const round = `new script\nsleep 10\n${'look 0\nsleep 10\n'.repeat(30)}`;
      const { status, output } = run(command, KEEPER_LOOP);
      expect(output).toBe(`${round}new script\nsleep 10\nlook 0\nsleep 10\n`);
      // Killed by the signal it would have none, and as process 1 it would not even be killed.
      expect(status).not.toBeNull();
    });

    test('ensures all at once when a look fails, and until it succeeds', () => {
      const box = kept(
        `${COUNT}case $n in 1) echo 1 >ROOT/look; echo 1 >ROOT/exit ;; 3) echo 0 >ROOT/exit ;; 4) ${END} ;; esac`,
      );
      expect(box.run(command, KEEPER_LOOP).output).toBe(
        'new script\nsleep 10\nlook 0\nsleep 3\nnew script\nsleep 3\nnew script\nsleep 10\n',
      );
    });

    test('ensures all at once when the ConfigMap has changed', () => {
      const { run } = kept(`${COUNT}case $n in 2) ln -sfn r1 ROOT/config ;; 3) ${END} ;; esac`);
      expect(run(command, KEEPER_LOOP).output).toBe(
        'new script\nsleep 10\nlook 0\nsleep 10\nold script\nsleep 10\n',
      );
    });

    test('calls the script with `keep`, which removes no user', () => {
      const box = kept(END);
      writeFileSync(join(box.root, NEW, 'bucket-init.sh'), 'echo "called with $*"\n');
      expect(box.run(command, KEEPER_LOOP).output).toBe('called with keep\nsleep 10\n');
    });

    test('is ready while the last thing that it did was a success', () => {
      const state = 'echo "state $(cat ROOT/kept)"; ';
      const box = kept(`${COUNT}${state}case $n in 1) echo 1 >ROOT/look ;; 3) ${END} ;; esac`);
      expect(box.run(command, KEEPER_LOOP).output).toBe(
        'new script\nsleep 10\nstate yes\nlook 0\nsleep 3\nstate \nnew script\nsleep 10\nstate yes\n',
      );
    });
  });
});
