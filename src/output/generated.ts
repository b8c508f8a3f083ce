import type { ManifestFiles } from './manifest-files';
import type { Survey } from './survey';

/**
 * Paths that are ours to change and to remove. A text of ours at a path that synth writes is ours whatever was edited in
 * it; anywhere else it is ours only where its own content puts it: a copy that somebody made is theirs.
 */
export function oursOf(survey: Survey, files: ManifestFiles): ReadonlyMap<string, string> {
  const ours = new Map<string, string>();
  const folders = applicationFolders(survey, files);
  for (const [path, { text }] of survey) {
    if (text !== undefined && (files.has(path) || isHome(path, text, folders))) ours.set(path, text);
  }
  return ours;
}

/** Folders that an Application of ours syncs, or did before the delivery changed. */
function applicationFolders(survey: Survey, files: ManifestFiles): readonly string[] {
  const found = [...survey].map(([path, { text = '' }]) => [path, text] as const);
  return [...found, ...files]
    .filter(([path]) => path.startsWith('argocd/Application.'))
    .flatMap(([, text]) => /^ {4}path: .*?([^/\r\n]+)\r?$/m.exec(text)?.[1] ?? []);
}

function isHome(path: string, text: string, folders: readonly string[]): boolean {
  const homes = homesOf(text);
  return homes.some((home) => path === home || folders.some((folder) => path === `${folder}/${home}`));
}

/**
 * Where a generated text belongs by its own kind, namespace and name; the rule of `manifestFiles`, read backwards. A merge
 * that ended in a conflict leaves a text with two names, at the place of either.
 */
export function homesOf(text: string): readonly string[] {
  const plain = text.replace(CONFLICT_MARK, '');
  const kind = /^kind: (.+?)\r?$/m.exec(plain)?.[1];
  const metadata = /^metadata:\r?\n((?: .*\r?\n)*)/m.exec(plain)?.[1] ?? '';
  if (kind === undefined) return [];
  const [namespace = '00-namespaces'] = OF_ARGOCD.includes(kind)
    ? ['argocd']
    : fieldsOf(metadata, 'namespace');
  return fieldsOf(metadata, 'name').map((name) => `${namespace}/${kind}.${name}.k8s.yaml`);
}

/** They lie beside what they sync, whatever their namespace is called. */
const OF_ARGOCD: readonly string[] = ['Application', 'AppProject'];

const CONFLICT_MARK = /^(?:<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>).*\r?\n/gm;

function fieldsOf(metadata: string, key: string): readonly string[] {
  const lines = metadata.matchAll(new RegExp(`^ {2}${key}: (["']?)(.+?)\\1\\r?$`, 'gm'));
  return [...lines].map(([, , value = '']) => value);
}
