import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
export const CLI = join(ROOT, 'lib', 'cli.js');
export const MAIN = join(ROOT, 'lib', 'main.js');
export const CDK8S = join(ROOT, 'node_modules', '.bin', 'cdk8s');

export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the compiled command; `npm test` compiles it. */
export function run(cwd: string, args: readonly string[], input = ''): Promise<Finished> {
  return start(process.execPath, [CLI, ...args], cwd, input);
}

export function start(file: string, args: readonly string[], cwd: string, input = ''): Promise<Finished> {
  return new Promise((resolve) => {
    const child = execFile(file, args, { cwd }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
    child.stdin?.end(input);
  });
}

/** A folder with these files. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'runner-cache-command-'));
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  return folder;
}

export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The hash of each file by its path; empty where there is no such folder. */
export function hashesOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [
        file.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
}
