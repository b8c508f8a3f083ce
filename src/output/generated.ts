import type { ManifestFiles } from './manifest-files';
import type { Survey } from './survey';

/**
 * Paths that are ours to change and to remove. A text of ours at a path that synth writes is ours whatever was edited in
 * it; anywhere else it is ours only where its own content puts it: a copy that somebody made is theirs.
 */
export function oursOf(survey: Survey, files: ManifestFiles): ReadonlyMap<string, string> {
  const ours = new Map<string, string>();
  for (const [path, { text }] of survey) {
    if (text !== undefined && (files.has(path) || homeOf(text) === path)) ours.set(path, text);
  }
  return ours;
}

/** Where a generated text belongs by its own kind, namespace and name; the rule of `manifestFiles`, read backwards. */
export function homeOf(text: string): string | undefined {
  const kind = /^kind: (.+?)\r?$/m.exec(text)?.[1];
  const metadata = /^metadata:\r?\n((?: .*\r?\n)*)/m.exec(text)?.[1] ?? '';
  const name = fieldOf(metadata, 'name');
  if (kind === undefined || name === undefined) return undefined;
  return `${fieldOf(metadata, 'namespace') ?? '00-namespaces'}/${kind}.${name}.k8s.yaml`;
}

function fieldOf(metadata: string, key: string): string | undefined {
  return new RegExp(`^ {2}${key}: (["']?)(.+?)\\1\\r?$`, 'm').exec(metadata)?.[2];
}
