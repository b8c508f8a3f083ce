import { render } from '../../src/commands/render';
import { writeTree } from '../../src/output/tree';
import type { ManifestFiles } from '../../src/output/manifest-files';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newDistForEachTest, put, treeOf } from './trees';

const at = newDistForEachTest();

const ARGOCD = 'kind: argocd, repoUrl: https://git.example.com/a.git';
/** How one configuration is delivered, one after the other. */
const WAYS = [
  'kind: plain',
  ARGOCD,
  `${ARGOCD}, perRunner: true`,
  `${ARGOCD}, perRunner: true, namespace: gitops, project: prod`,
  'kind: plain',
] as const;

function filesOf(delivery: string, runners = '[{}, { name: b }]'): ManifestFiles {
  const folder = mkdtempSync(join(tmpdir(), 'runner-cache-delivery-'));
  try {
    const file = join(folder, 'runner-cache.yaml');
    const gitlab = 'gitlab: { url: https://gitlab.example.com }';
    writeFileSync(file, `${gitlab}\ndelivery: { ${delivery} }\nrunners: ${runners}\n`);
    const { files, messages } = render(file);
    if (files === undefined) throw new Error(messages);
    return files;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('Whatever the delivery was before, the folder holds what it is now, and what others have put there', () => {
  for (const way of WAYS) {
    const files = filesOf(way);
    writeTree(at.folder, files);
    put(at.folder, 'store/README.md', 'ours of the platform team\n');
    expect(treeOf(at.folder)).toEqual([...files.keys(), 'store/README.md'].sort());
  }
});

test('The folder of a runner that is gone goes, with its Application', () => {
  writeTree(at.folder, filesOf(`${ARGOCD}, perRunner: true`));
  const next = filesOf(`${ARGOCD}, perRunner: true`, '[{}]');
  const { removed } = writeTree(at.folder, next);
  expect(treeOf(at.folder)).toEqual([...next.keys()]);
  expect(removed).toEqual(
    expect.arrayContaining([
      'argocd/Application.runner-cache-runner-b.k8s.yaml',
      'runner-b/00-namespaces/Namespace.gitlab-runner-b.k8s.yaml',
    ]),
  );
});

test('A copy in a folder that no Application of ours syncs is not ours', () => {
  const files = filesOf('kind: plain');
  const [path, text] = [...files][0]!;
  writeTree(at.folder, files);
  put(at.folder, `runner-copy/${path}`, text);
  writeTree(at.folder, filesOf(`${ARGOCD}, perRunner: true`));
  expect(treeOf(at.folder)).toContain(`runner-copy/${path}`);
});
