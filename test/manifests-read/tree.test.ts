import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTree } from '../../src/manifests/read';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-cache-tree-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a file of any length is read whole, and nothing of the one before it', () => {
  const texts = [200_000, 2 ** 16 + 1, 2 ** 16, 2 ** 16 - 1, 3, 0].map((length) => 'x'.repeat(length));
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${String(index)}.yaml`), text);
  expect(readTree(folder).files.map(({ text }) => text)).toEqual(texts);
});

test('a pipe is read to its end, however slowly it is written', () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const script = `(head -c 70000 /dev/zero | tr '\\0' '#'; sleep 0.3; echo; echo 'b: 2') > "$0"`;
  const writer = spawn('sh', ['-c', script, pipe]);
  expect(readTree(pipe).files).toEqual([{ path: pipe, text: `${'#'.repeat(70_000)}\nb: 2\n` }]);
  writer.kill();
});
