import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder in which a rendered script finds everything: its files, its tools, a server on files. */
export interface Sandbox {
  readonly root: string;
  /** What the script's fixed paths are called here. */
  readonly paths: Readonly<Record<string, string>>;
}

export interface Run {
  readonly shell?: Shell;
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Outcome {
  /** null: killed. */
  readonly code: number | null;
  readonly output: string;
}

export interface Shell {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** The shells of this machine, each once: `sh` is mostly another name of one of them. */
export const SHELLS: readonly Shell[] = shells();

const made: string[] = [];

/** STUBS: which tools are played by which file; TOOLS: which are the real ones. Nothing else is in PATH. */
export function sandbox(
  stubs: Record<string, string>,
  tools: string[],
  paths: Record<string, string>,
): Sandbox {
  const root = mkdtempSync(join(tmpdir(), 'sandbox-'));
  made.push(root);
  for (const folder of ['bin', 'tmp', 'mc']) mkdirSync(join(root, folder));
  for (const [name, file] of Object.entries(stubs)) install(root, name, `. ${join(__dirname, file)}; :`);
  for (const name of tools) symlinkSync(tool(name) ?? 'missing', join(root, 'bin', name));
  install(root, 'sleep', `. ${join(__dirname, 'stub-sleep.sh')}; :`);
  return {
    root,
    paths: Object.fromEntries(Object.entries(paths).map(([from, to]) => [from, join(root, to)])),
  };
}

/** From now on the words of these tools are remembered too. */
export function record({ root }: Sandbox, tools: readonly string[]): void {
  for (const name of tools) {
    rmSync(join(root, 'bin', name));
    install(root, name, `exec ${tool(name) ?? 'missing'}`);
  }
}

/** For `afterAll`. */
export function removeSandboxes(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
}

/** Runs the script in a process group of its own, with the tools of the sandbox only. */
export function run({ root, paths }: Sandbox, script: string, how: Run = {}): Promise<Outcome> {
  const file = join(root, 'script.sh');
  writeFileSync(
    file,
    Object.entries(paths).reduce((text, [from, to]) => text.replaceAll(from, to), script),
  );
  rmSync(join(root, `count.${how.environment?.RUN ?? 'a'}`), { force: true });
  const [command, ...rest] = (how.shell ?? aShell()).command;
  const child = spawn(command, [...rest, file, ...(how.arguments ?? [])], {
    detached: true,
    env: { PATH: join(root, 'bin'), LAB: root, RUN: 'a', FAULT: 'none', ...how.environment },
  });
  // The whole group: a stub that is left over would hold the output open.
  const patience = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), 15_000);
  const output: string[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => output.push(data.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(patience);
      resolve({ code, output: output.join('') });
    });
  });
}

/** Whether the shell can read the script at all. */
export function parse({ command: [command, ...rest] }: Shell, script: string): Outcome {
  const { status, stderr } = spawnSync(command, [...rest, '-n'], { input: script, encoding: 'utf8' });
  return { code: status, output: stderr };
}

/** A file of the sandbox; empty where there is none. */
export function read({ root }: Sandbox, path: string): string {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Every word that any tool was given, one call a line. */
export function wordsOf(box: Sandbox): string[] {
  return read(box, 'words').split('\n').filter(Boolean);
}

function shells(): Shell[] {
  const found = new Map<string, string[]>();
  for (const name of ['sh', 'dash', 'bash', 'busybox']) {
    const file = tool(name);
    if (file !== undefined) found.set(realpathSync(file), [...(found.get(realpathSync(file)) ?? []), name]);
  }
  return [...found].map(([file, names]) => ({
    name: names.join(' = '),
    command: file.endsWith('busybox') ? [file, 'sh'] : [file],
  }));
}

function aShell(): Shell {
  const [shell] = SHELLS;
  if (shell === undefined) throw new Error('Cannot test scripts: no shell in /bin or /usr/bin');
  return shell;
}

function install(root: string, name: string, command: string): void {
  const script = `#!/bin/sh\necho "${name} $*" >>"$LAB/words"\n${command} "$@"\n`;
  writeFileSync(join(root, 'bin', name), script, { mode: 0o755 });
}

function tool(name: string): string | undefined {
  return ['/bin', '/usr/bin'].map((folder) => join(folder, name)).find((file) => existsSync(file));
}
