import { OTHER_TOOLS } from '../../facts/argocd';
import type { SourceFile } from '../../manifests/source';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';

const ARGO = 'argo-cd, reposerver/repository/repository.go';
const START = { line: 1, column: 1 } as const;

/** What a folder holds beside manifests. */
export const TREE_CHECKS: readonly Check[] = [
  {
    id: 'other-tool-in-tree',
    severity: 'warning',
    rule: 'A folder of plain manifests holds no files of Kustomize or Helm',
    why: 'By "kustomization.yaml" or "Chart.yaml" Argo CD tells that another tool is to make the manifests: what that tool does not name is not applied.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/tool_detection/',
    find: ({ tree }) =>
      [...tree.files.map(({ path }) => path), ...tree.unread]
        .filter(isToolFile)
        .map((path) =>
          told(
            path,
            `Argo CD takes this folder for one of ${/chart/i.test(path) ? 'Helm' : 'Kustomize'}, and does not apply it as it lies here`,
            'move the file out of the folder, or check the output of that tool',
          ),
        ),
  },
  {
    id: 'empty-file',
    severity: 'note',
    rule: 'Each file holds a manifest',
    why: 'An empty file is passed over in silence; somebody may think that it is applied.',
    source: ARGO,
    find: (system) =>
      emptyFiles(system).map(({ path }) =>
        told(
          path,
          'Nothing is in this file, so nothing is applied',
          'write the manifest, or remove the file',
        ),
      ),
  },
  {
    id: 'file-not-read',
    severity: 'note',
    rule: 'Each manifest has a name that ends in .yaml, .yml or .json',
    why: 'kubectl and Argo CD pass over all other names in silence, also over ".YAML".',
    source: ARGO,
    find: ({ tree }) =>
      tree.unread
        .filter((path) => NEARLY.test(path))
        .map((path) =>
          told(
            path,
            'Neither kubectl nor Argo CD reads a file of this name',
            'end its name in ".yaml", or remove the file',
          ),
        ),
  },
  {
    id: 'tree-too-large',
    severity: 'warning',
    rule: 'The manifests of a folder are 10 MB at most',
    why: 'Argo CD refuses a folder above "reposerver.max.combined.directory.manifests.size", which is 10 MB where nobody has changed it.',
    source: `${ARGO}; docs/operator-manual/argocd-cmd-params-cm.yaml`,
    find: ({ tree }) => tooLarge(tree.files),
  },
];

/** Files by which Kustomize and Helm are told. */
export function isOfAnotherTool(path: string): boolean {
  return isToolFile(path) || /(?:^|\/)values[\w.-]*\.ya?ml$/.test(path);
}

function isToolFile(path: string): boolean {
  return OTHER_TOOLS.test(path.slice(path.lastIndexOf('/') + 1));
}

const NEARLY = /\.(?:ya?ml|json)(?:[~x]|\.\w+)$|\.(?:yamll?|yml|json|yaml|yam|ymal|yalm)$/i;
const MOST_BYTES = 10_000_000;

/** Text alone: nothing of it is read as a document, and nothing fails. */
function emptyFiles({ tree }: System): readonly SourceFile[] {
  const full = new Set([
    ...tree.manifests.map(({ file }) => file),
    ...tree.faults.map(({ file }) => file),
    ...tree.strangers.map(({ document }) => document.file),
  ]);
  return tree.files.filter((file) => !full.has(file) && !/^\s*items\s*:|"items"/m.test(file.text));
}

function tooLarge(files: readonly SourceFile[]): readonly Fault[] {
  let bytes = 0;
  for (const { path, text } of files) {
    bytes += Buffer.byteLength(text);
    if (bytes > MOST_BYTES)
      return [
        told(
          path,
          'With this file the folder is above 10 MB, and Argo CD refuses it',
          'split the folder into two Applications',
        ),
      ];
  }
  return [];
}

function told(path: string, message: string, remedy: string): Fault {
  return { spot: { file: { path, text: '' }, place: START }, message, remedy };
}
