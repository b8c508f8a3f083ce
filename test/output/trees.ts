import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { HEADER } from '../../src/output/header';
import type { ManifestFiles } from '../../src/output/manifest-files';

export const OURS = `${HEADER} from a.yaml; edits are lost.\n`;

/** Manifests that lie where their content says. */
export function filesOf(...paths: readonly string[]): ManifestFiles {
  return new Map(paths.map((path) => [path, textOf(path)]));
}

export function textOf(path: string, source = 'a.yaml', extra = ''): string {
  const [kind, name] = basename(path).split('.');
  const namespace = dirname(path);
  return `${OURS.replace('a.yaml', source)}kind: ${kind!}\nmetadata:\n  name: ${name!}\n  namespace: ${namespace}\n${extra}`;
}

export function put(top: string, path: string, text: string): void {
  const file = join(top, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Everything but folders, in order. */
export function treeOf(top: string): string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length + 1))
    .sort();
}

/** The text of each file by its path. */
export function textsOf(top: string): Record<string, string> {
  const files = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(top.length + 1), readFileSync(file, 'utf8')]),
  );
}

/** A folder for each test, gone after it. */
export function newFolderForEachTest(): () => string {
  let parent = '';
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'runner-cache-tree-'));
  });
  afterEach(() => {
    rmSync(parent, { recursive: true });
  });
  return () => parent;
}

/** A folder `dist` for each test that is not made yet, and the one it lies in. */
export function newDistForEachTest(): { readonly parent: string; folder: string } {
  const newParent = newFolderForEachTest();
  const at = { parent: '', folder: '' };
  beforeEach(() => {
    at.parent = newParent();
    at.folder = join(at.parent, 'dist');
  });
  return at;
}
