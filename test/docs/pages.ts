import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
const NOT_OURS = ['node_modules', 'lib', 'dist', 'imports', '.git'];

/** Every page of the repository, by its path from the root. */
export const PAGES: readonly string[] = pagesBelow('').sort();

export function page(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function pagesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.includes(entry.name) ? [] : pagesBelow(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** What stands between fences of a language. */
export function blocks(path: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm');
  return [...page(path).matchAll(fence)].map(([, text]) => text ?? '');
}

/** The page without what stands between fences. */
export function prose(path: string): string {
  return page(path).replace(/^```[^]*?^```$/gm, '');
}
