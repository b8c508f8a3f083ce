import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './source';

/** The files below a folder that Argo CD takes for manifests, in its order; a single file stands for itself. */
export function readManifestFiles(root: string): readonly SourceFile[] {
  if (!statSync(root).isDirectory()) return [{ path: root, text: readFileSync(root, 'utf8') }];
  return [...pathsBelow(root, '')].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Symbolic links are not followed: Argo CD refuses those that leave the tree. */
function* pathsBelow(root: string, folder: string): Generator<string> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== '.git') yield* pathsBelow(root, path);
    else if (entry.isFile() && /\.(?:yaml|yml|json)$/.test(entry.name)) yield path;
  }
}
