import { readFileSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { HEADER } from './header';

/** One thing below a folder. */
export interface Entry {
  readonly kind: 'folder' | 'file' | 'link' | 'other';
  /** The text of a file that begins as ours do. */
  readonly text: string | undefined;
}

/** What lies below a folder, by path, a folder before what is in it; the separator is `/`. */
export type Survey = ReadonlyMap<string, Entry>;

/** Looks at everything and follows no link. */
export function survey(folder: string): Survey {
  const found = new Map<string, Entry>();
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      const kind = kindOf(entry);
      found.set(child, { kind, text: kind === 'file' ? generatedText(join(folder, child)) : undefined });
      if (kind === 'folder') walk(child);
    }
  };
  walk('');
  return found;
}

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function generatedText(file: string): string | undefined {
  if (!file.endsWith('.k8s.yaml')) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    return text.startsWith(HEADER) ? text : undefined;
  } catch (error) {
    // Whatever we may not read we have not written.
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return undefined;
    throw error;
  }
}
