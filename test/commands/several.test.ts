import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, hashesOf, put, run } from './run';

const BASE = 'gitlab: { url: https://gitlab.example.com }\n';
const of = (bucket: string): string => `extends: ../base.yaml\ncache: { bucket: ${bucket} }\n`;
const BOTH = ['-c', 'dev/rc.yaml', '-o', 'out/dev', '-c', 'prod/rc.yaml', '-o', 'out/prod'];
let folder = '';

beforeEach(() => {
  folder = folderWith({
    'base.yaml': BASE,
    'dev/rc.yaml': of('dev-cache'),
    'prod/rc.yaml': of('prod-cache'),
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('One run writes several trees, and is content with them', async () => {
  const { code, out, err } = await run(folder, ['synth', ...BOTH]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^out\/dev: \d+ manifests, \d+ written\n(?:\+ .*\n)+out\/prod: /m);
  expect(await run(folder, ['synth', '--check', ...BOTH])).toEqual({ code: 0, out: '', err: '' });
});

test('A fault in one leaves all as they are, and the faults of all are told', async () => {
  await run(folder, ['synth', ...BOTH]);
  const before = hashesOf(join(folder, 'out'));
  put(folder, 'dev/rc.yaml', of('dev-cache-2'));
  put(folder, 'prod/rc.yaml', of('Prod'));
  put(folder, 'base.yaml', `${BASE}store: { nod: 1 }\n`);
  const { code, err } = await run(folder, ['synth', ...BOTH]);
  expect(code).toBe(1);
  expect(err.split('\n').filter((line) => line.startsWith('base.yaml:2:10'))).toHaveLength(2);
  expect(err).toContain('prod/rc.yaml:2:18');
  expect(hashesOf(join(folder, 'out'))).toEqual(before);
});

test('`--check` says which of them is stale, and how to write it', async () => {
  await run(folder, ['synth', ...BOTH]);
  put(folder, 'prod/rc.yaml', of('new-cache'));
  const { code, out, err } = await run(folder, ['synth', '--check', ...BOTH]);
  expect(code).toBe(1);
  expect(out).not.toBe('');
  expect(err).toBe(
    'out/prod is not what prod/rc.yaml says; run `runner-cache synth -c prod/rc.yaml -o out/prod`\n',
  );
});

test.each([
  [
    'a file without a folder',
    ['-c', 'dev/rc.yaml', '-c', 'prod/rc.yaml', '-o', 'out'],
    'Cannot pair 2 --config with 1',
  ],
  ['a folder without a file', ['-o', 'a', '-o', 'b'], 'Cannot pair 1 --config with 2'],
  [
    'one folder twice',
    ['-c', 'dev/rc.yaml', '-o', 'a', '-c', 'prod/rc.yaml', '-o', './a/'],
    'Cannot write two trees',
  ],
  [
    'a folder in another one',
    ['-c', 'dev/rc.yaml', '-o', 'a/b', '-c', 'prod/rc.yaml', '-o', 'a'],
    'Cannot write two trees',
  ],
])('%s is a wrong use', async (_, args, words) => {
  const { code, out, err } = await run(folder, ['synth', ...args]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
  expect(existsSync(join(folder, 'a'))).toBe(false);
});
