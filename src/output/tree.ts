import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { HEADER, type ManifestFiles } from './manifest-files';

/** What synth would change in a folder. Empty lists when it is current. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Compares without writing. Files that are not ours do not count. */
export function difference(folder: string, files: ManifestFiles): Difference {
  const ours = existsSync(folder) ? ourFiles(folder) : new Map<string, string>();
  const all = [...files];
  return {
    added: all.filter(([path]) => !existsSync(join(folder, path))).map(([path]) => path),
    changed: all
      .filter(([path, text]) => existsSync(join(folder, path)) && ours.get(path) !== text)
      .map(([path]) => path),
    removed: [...ours.keys()].filter((path) => !files.has(path)),
  };
}

/**
 * Makes a folder hold exactly these files and what others have put there. The new tree is complete beside the old one
 * before they change places, so whoever is killed leaves one of them whole.
 */
export function writeTree(folder: string, files: ManifestFiles): Difference {
  const target = resolve(folder);
  recover(target);
  refuse(target, files);
  const changes = difference(target, files);
  if (changes.added.length + changes.changed.length + changes.removed.length === 0) return changes;
  const next = beside(target, 'new');
  rmSync(next, { recursive: true, force: true });
  if (existsSync(target)) copyForeign(target, next);
  for (const [path, text] of files) {
    const file = join(next, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const old = beside(target, 'old');
  if (existsSync(target)) renameSync(target, old);
  renameSync(next, target);
  rmSync(old, { recursive: true, force: true });
  return changes;
}

/** A kill between the two renames leaves the old tree under its other name. */
function recover(target: string): void {
  const old = beside(target, 'old');
  if (!existsSync(old)) return;
  if (existsSync(target)) rmSync(old, { recursive: true });
  else renameSync(old, target);
}

function refuse(target: string, files: ManifestFiles): void {
  if (target === dirname(target)) throw new RangeError('Cannot write to the root of the file system');
  if (!existsSync(target)) return;
  if (!lstatSync(target).isDirectory()) {
    throw new RangeError(`Cannot write to "${target}": it is no folder; name another one with --output`);
  }
  if (existsSync(join(target, '.git'))) {
    throw new RangeError(
      `Cannot write to "${target}": it is the top of a Git checkout; name a folder below it`,
    );
  }
  if (`${process.cwd()}${sep}`.startsWith(`${target}${sep}`)) {
    throw new RangeError(
      `Cannot write to "${target}": the command runs inside of it; name a folder below it`,
    );
  }
  const foreign = [...files.keys()].find(
    (path) => existsSync(join(target, path)) && !isOurs(join(target, path)),
  );
  if (foreign !== undefined) {
    throw new RangeError(
      `Cannot write "${join(target, foreign)}": somebody else has written it; move it away`,
    );
  }
}

function beside(target: string, suffix: string): string {
  return join(dirname(target), `.${basename(target)}.runner-cache-${suffix}`);
}

function copyForeign(from: string, to: string): void {
  const ours = ourFiles(from);
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
    filter: (source) => !ours.has(portable(relative(from, source))) && !isEmptiedFolder(source, from, ours),
  });
}

/** A folder in which only files of ours lie; it is made anew if it is needed. */
function isEmptiedFolder(path: string, root: string, ours: ReadonlyMap<string, string>): boolean {
  if (path === root || !lstatSync(path).isDirectory()) return false;
  const entries = readdirSync(path);
  return (
    entries.length > 0 &&
    entries.every((entry) => {
      const child = join(path, entry);
      return ours.has(portable(relative(root, child))) || isEmptiedFolder(child, root, ours);
    })
  );
}

function ourFiles(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.k8s.yaml'),
  );
  return new Map(
    names
      .filter((name) => isOurs(join(folder, name)))
      .map((name) => [portable(name), readFileSync(join(folder, name), 'utf8')] as const),
  );
}

function isOurs(file: string): boolean {
  return lstatSync(file).isFile() && readFileSync(file, 'utf8').startsWith(HEADER);
}

function portable(path: string): string {
  return path.split(sep).join('/');
}
