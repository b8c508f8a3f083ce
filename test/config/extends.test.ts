import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatFaults } from '../../src/config/fault';
import { parseConfiguration, type Parsed } from '../../src/config/parse';
import { readConfiguration } from '../../src/config/read';

const GITLAB = 'gitlab: { url: https://gitlab.example.com }\n';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-cache-extends-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Reads the first of these files. */
function read(files: Readonly<Record<string, string>>): Parsed {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return readConfiguration(join(folder, Object.keys(files)[0] ?? ''));
}

/** As people read it, with the folder of the test cut off. */
function told({ faults }: Parsed): readonly string[] {
  return formatFaults('top.yaml', faults)
    .replaceAll(`${folder}/`, '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/ {2,}/g, '  '));
}

test('Maps are merged, lists are replaced, and the topmost file wins', () => {
  const { model } = read({
    'prod/top.yaml': 'extends: ../base.yaml\ncache: { bucket: prod-cache }\nrunners: [{ name: web }]\n',
    'base.yaml': `${GITLAB}cache: { bucket: base-cache, path: archives }\nrunners: [{ name: a }, { name: b }]\n`,
  });
  expect(model?.runners.map(({ name, cache }) => [name, cache.bucket, cache.path])).toEqual([
    ['web', 'prod-cache', 'archives'],
  ]);
});

test('A file that is extended may extend another one; each path counts from the file that says it', () => {
  const { model } = read({
    'a/b/top.yaml': 'extends: ../middle.yaml\ncache: { path: top }\n',
    'a/middle.yaml': 'extends: base/base.yaml\ncache: { path: middle, bucket: middle-cache }\n',
    'a/base/base.yaml': `${GITLAB}cache: { bucket: base-cache }\n`,
  });
  expect(model?.runners.map(({ cache }) => [cache.bucket, cache.path])).toEqual([['middle-cache', 'top']]);
});

test('A map of another kind replaces: its keys mean nothing to the other one', () => {
  const files = {
    'top.yaml': 'extends: base.yaml\nstore: { storage: { kind: memory } }\n',
    'base.yaml': `${GITLAB}store: { storage: { kind: volume, storageClass: fast }, namespace: cache }\n`,
  };
  const { model, faults } = read(files);
  expect(faults).toEqual([]);
  expect(model?.store).toMatchObject({ namespace: 'cache', storage: { kind: 'memory' } });
});

test('Each fault is told in the file it came from, those of the file that was asked for first', () => {
  const parsed = read({
    'top.yaml': 'extends: base/base.yaml\ncache:\n  bucket: Top_Cache\nstore:\n  nodse: 1\n',
    'base/base.yaml': `${GITLAB}cache:\n  path: /a\n  bucket: Base_Cache\nrunners: [{ nam: a }]\n`,
  });
  expect(told(parsed)).toEqual([
    'top.yaml:3:11  cache.bucket  Cannot use bucket name "Top_Cache": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
    'top.yaml:5:3  store.nodse  Unknown key "nodse"; did you mean "nodes"?',
    expect.stringMatching(/^base\/base\.yaml:3:9 {2}cache\.path {2}/),
    'base/base.yaml:5:13  runners[0].nam  Unknown key "nam"; did you mean "name"?',
  ]);
});

test('What no file says is missing in the topmost', () => {
  const parsed = read({ 'top.yaml': 'extends: base.yaml\n', 'base.yaml': 'cache: {}\n' });
  expect(told(parsed)).toEqual([expect.stringMatching(/^top\.yaml:1:1 {2}gitlab {2}Missing: /)]);
});

test('YAML faults are those of each file', () => {
  const parsed = read({
    'top.yaml': 'extends: base.yaml\ncache: {}\n',
    'base.yaml': `${GITLAB}cache: {\n`,
  });
  expect(told(parsed)).toEqual([expect.stringMatching(/^base\.yaml:/)]);
});

test('An empty file may be extended, and may extend', () => {
  expect(read({ 'top.yaml': `extends: base.yaml\n${GITLAB}`, 'base.yaml': '' }).faults).toEqual([]);
  expect(read({ 'top.yaml': 'extends: base.yaml\n', 'base.yaml': GITLAB }).faults).toEqual([]);
});

test.each([
  [
    'a file that is not there',
    'extends: bse.yaml',
    'Cannot extend "bse.yaml": there is no such file; the path counts from the file that says it',
  ],
  ['a folder', 'extends: .', 'Cannot extend ".": it cannot be read (EISDIR)'],
  ['no path', 'extends: ""', 'Cannot extend "": expected the path of a file, such as "../base.yaml"'],
  ['a list', 'extends: [a.yaml]', 'Cannot extend a list: expected the path of a file'],
  ['itself', 'extends: top.yaml', 'Cannot extend "top.yaml": it extends this file, so neither comes first'],
  ['what extends it', 'extends: ring.yaml', 'Cannot extend "./top.yaml": it extends this file'],
])('%s cannot be extended', (_, text, message) => {
  const parsed = read({ 'top.yaml': `${text}\n`, 'ring.yaml': 'extends: ./top.yaml\n' });
  expect(told(parsed)).toEqual([expect.stringContaining(message)]);
  expect(told(parsed)[0]).toMatch(/^(?:top|ring)\.yaml:1:10 {2}extends {2}/);
});

test('Text that lies nowhere extends nothing, and says so', () => {
  expect(parseConfiguration(`extends: base.yaml\n${GITLAB}`).faults.map(({ message }) => message)).toEqual([
    'Unknown key "extends"; only a file can extend another one',
  ]);
  expect(parseConfiguration(`extend: base.yaml\n${GITLAB}`).faults.map(({ message }) => message)).toEqual([
    'Unknown key "extend"; did you mean "extends"?',
  ]);
});
