import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS } from '../../src/checks/catalog';
import { check } from '../../src/commands/check';
import { blocks, page, ROOT } from './pages';

const TEXT = page('docs/checks.md');
const OPTIONS = { format: 'text', severity: 'warning', only: [], skip: [] };
const AROUND = { folder: ROOT, colour: false, tool: { version: '0', homepage: undefined } };

test('docs/checks.md shows what the command says of its example', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runner-cache-docs-'));
  mkdirSync(join(folder, 'manifests'));
  writeFileSync(join(folder, 'manifests', 'cache.yaml'), /```yaml\n([^]*?\n)```/.exec(TEXT)?.[1] ?? '');
  const { out, code } = check(join(folder, 'manifests'), OPTIONS, { ...AROUND, folder });
  rmSync(folder, { recursive: true });
  expect(code).toBe(1);
  expect(out.trimEnd()).toBe(/```text\n([^]*?)\n```/.exec(TEXT)?.[1]);
});

test('docs/checks.md shows what scanners are told of dist/', () => {
  const printed = (exceptions: string): string =>
    check(join(ROOT, 'dist'), { ...OPTIONS, exceptions }, AROUND).out;
  expect(blocks('docs/checks.md', 'yaml')).toContain(printed('trivy'));
  const policies = JSON.parse(printed('kubescape')) as readonly unknown[];
  expect(policies).toHaveLength(Number(/of the (\d+) exceptions of the second/.exec(TEXT)?.[1]));
  expect(policies).toContainEqual(JSON.parse(blocks('docs/checks.md', 'json')[0] ?? ''));
});

test('README.md does not promise more checks than there are', () => {
  const [, promised] = /asks\n\[(\d+) questions\]/.exec(page('README.md')) ?? [];
  expect(Number(promised)).toBeGreaterThan(200);
  expect(CHECKS.length).toBeGreaterThanOrEqual(Number(promised));
});
