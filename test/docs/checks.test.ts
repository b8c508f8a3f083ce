import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS } from '../../src/checks/catalog';
import { check } from '../../src/commands/check';
import { page } from './pages';

const TEXT = page('docs/checks.md');

test('docs/checks.md shows what the command says of its example', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runner-cache-docs-'));
  mkdirSync(join(folder, 'manifests'));
  writeFileSync(join(folder, 'manifests', 'cache.yaml'), /```yaml\n([^]*?\n)```/.exec(TEXT)?.[1] ?? '');
  const options = { format: 'text', severity: 'warning', only: [], skip: [] };
  const around = { folder, colour: false, tool: { name: 'runner-cache', version: '0', homepage: undefined } };
  const { out, code } = check(join(folder, 'manifests'), options, around);
  rmSync(folder, { recursive: true });
  expect(code).toBe(1);
  expect(out.trimEnd()).toBe(/```text\n([^]*?)\n```/.exec(TEXT)?.[1]);
});

test('README.md does not promise more checks than there are', () => {
  const [, promised] = /asks\n\[(\d+) questions\]/.exec(page('README.md')) ?? [];
  expect(Number(promised)).toBeGreaterThan(200);
  expect(CHECKS.length).toBeGreaterThanOrEqual(Number(promised));
});
