import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CDK8S, CLI, MAIN, folderWith, hashesOf, put, run, start, type Finished } from './run';

const CONFIG = 'gitlab:\n  url: https://gitlab.example.com\ncache:\n  bucket: my-gitlab-runner-cache\n';
const TWO_RUNNERS = `${CONFIG}runners: [{}, { name: b }]\n`;
const WRONG = CONFIG.replace('my-gitlab-runner-cache', 'My_Cache');
const WRONG_TEXT =
  'runner-cache.yaml:4:11  cache.bucket  Cannot use bucket name "My_Cache": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"\n';
const FILE = 'runner-cache.yaml';

const folders: string[] = [];
/** A current tree of `CONFIG`, made once: starting the command costs more than all the rest. */
let top = '';
let current: Record<string, string> = {};
let made: Finished;

beforeAll(async () => {
  top = newFolder({ [FILE]: CONFIG });
  made = await run(top, ['synth']);
  current = hashesOf(join(top, 'dist'));
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

test('A tree is written, and each file of it is told', () => {
  expect(made).toMatchObject({ code: 0, err: '' });
  const lines = made.out.trimEnd().split('\n');
  expect(lines.slice(0, -1)).toEqual(
    Object.keys(current)
      .sort()
      .map((path) => `+ ${path}`),
  );
  expect(lines.at(-1)).toBe(
    `dist: ${String(lines.length - 1)} manifests, ${String(lines.length - 1)} written`,
  );
});

describe('What is used in the wrong way ends with 2, and says so to people only:', () => {
  const rows = [
    ['no command', [], 'Usage: runner-cache'],
    ['an unknown command', ['sinth'], 'Did you mean synth?'],
    ['an unknown option', ['synth', '--ouput', 'x'], 'Did you mean --output?'],
  ] as const;
  test.each(rows)('%s', async (_, args, words) => {
    const { code, out, err } = await run(top, args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).toContain('--help');
    expect(err).not.toContain('    at ');
  });
});

test('A configuration with a fault changes nothing', async () => {
  const folder = newFolder({ [FILE]: WRONG, 'dist/minio/mine.yaml': 'kind: Mine', 'dist/a.k8s.yaml': 'x' });
  const before = hashesOf(join(folder, 'dist'));
  const [synth, check] = await Promise.all([run(folder, ['synth']), run(folder, ['synth', '--check'])]);
  expect(synth).toEqual({ code: 1, out: '', err: WRONG_TEXT });
  expect(check).toEqual({ code: 1, out: '', err: WRONG_TEXT });
  expect(hashesOf(join(folder, 'dist'))).toEqual(before);
  expect(readdirSync(folder).sort()).toEqual(['dist', FILE]);
});

test('`--check` writes nothing: 0 where all is current, 1 with the list of what is not', async () => {
  const folder = top;
  put(folder, 'dist/README.md', 'mine');
  const [check, again] = await Promise.all([run(folder, ['synth', '--check']), run(folder, ['synth'])]);
  expect(check).toEqual({ code: 0, out: '', err: '' });
  expect(again.out).toBe(`dist: ${Object.keys(current).length} manifests, none changed\n`);
  writeFileSync(join(folder, FILE), CONFIG.replace('my-gitlab', 'your-gitlab'));
  const before = hashesOf(folder);
  const { code, out, err } = await run(folder, ['synth', '--check']);
  expect(code).toBe(1);
  expect(out).toContain('~ gitlab-runner/ConfigMap.gitlab-runner.k8s.yaml\n');
  expect(out).not.toContain('README');
  expect(err).toBe('dist is not what runner-cache.yaml says; run `runner-cache synth`\n');
  expect(hashesOf(folder)).toEqual(before);
});

test('Files of ours that are stale go, with their folders; those of others stay', async () => {
  const folder = newFolder({ [FILE]: TWO_RUNNERS });
  await run(folder, ['synth', '-o', 'out/deep']);
  put(folder, 'out/deep/gitlab-runner-b/kustomization.yaml', 'theirs');
  writeFileSync(join(folder, FILE), CONFIG);
  const { code, out } = await run(folder, ['synth', '-o', 'out/deep']);
  expect(code).toBe(0);
  expect(out).toContain('- gitlab-jobs-b/NetworkPolicy.default-deny.k8s.yaml\n');
  const countOf = (sign: RegExp): number => out.match(sign)?.length ?? 0;
  expect(out.trimEnd().split('\n').at(-1)).toBe(
    `out/deep: ${Object.keys(current).length} manifests, ${countOf(/^[+~] /gm)} written, ${countOf(/^- /gm)} removed`,
  );
  const { 'gitlab-runner-b/kustomization.yaml': theirs, ...ours } = hashesOf(join(folder, 'out/deep'));
  expect(theirs).toBeDefined();
  expect(ours).toEqual(current);
  expect(existsSync(join(folder, 'out/deep/gitlab-jobs-b'))).toBe(false);
  expect(readdirSync(join(folder, 'out'))).toEqual(['deep']);
});

test('Where a file of somebody else is in the way, it says so and loses nothing', async () => {
  const folder = newFolder({ [FILE]: CONFIG, 'dist/minio/Service.minio.k8s.yaml': 'mine' });
  const before = hashesOf(folder);
  const { code, out, err } = await run(folder, ['synth']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^Cannot write ".*": somebody else has written it; move it away\n$/);
  expect(hashesOf(folder)).toEqual(before);
});

test('A kill between the two renames is mended, with what others had put there', async () => {
  const folder = newFolder({ [FILE]: CONFIG, '.dist.runner-cache-old/README.md': 'mine' });
  expect(await run(folder, ['synth'])).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'dist/README.md'), 'utf8')).toBe('mine');
  expect(readdirSync(folder).sort()).toEqual(['dist', FILE]);
});

test('A minus is standard input; a warning goes to people and changes no exit code', async () => {
  const folder = newFolder({});
  const [good, wrong] = await Promise.all([
    run(folder, ['synth', '-c', '-'], `${CONFIG}store: { image: upstream }\n`),
    run(folder, ['synth', '-c', '-', '-o', 'other'], WRONG),
  ]);
  expect(good.code).toBe(0);
  expect(good.err).toMatch(/^standard input:5:17 {2}store\.image {2}Warning: .*\n$/);
  expect(readFileSync(join(folder, 'dist/minio/Service.minio.k8s.yaml'), 'utf8')).toMatch(
    /^# Generated by runner-cache from standard input;/,
  );
  expect(wrong).toEqual({ code: 1, out: '', err: WRONG_TEXT.replace(FILE, 'standard input') });
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('Where there is no configuration, it says how to get one', async () => {
  const folder = newFolder({});
  const hint = 'Cannot open runner-cache.yaml: there is no such file; `runner-cache init` writes one\n';
  const [synth, cdk8s] = await Promise.all([run(folder, ['synth']), start(process.execPath, [MAIN], folder)]);
  expect(synth).toEqual({ code: 1, out: '', err: hint });
  expect(cdk8s).toEqual({ code: 1, out: '', err: hint });
  expect(readdirSync(folder)).toEqual([]);
});

test('`init` writes a configuration that works, and never over one', async () => {
  const folder = newFolder({});
  expect(await run(folder, ['init'])).toMatchObject({ code: 0, err: '' });
  expect(await run(folder, ['synth'])).toMatchObject({ code: 0, err: '' });
  writeFileSync(join(folder, FILE), 'mine');
  expect(await run(folder, ['init'])).toEqual({
    code: 1,
    out: '',
    err: 'Cannot write runner-cache.yaml: it is there already; it was left as it is\n',
  });
  expect(readFileSync(join(folder, FILE), 'utf8')).toBe('mine');
});

test('`schema` prints the JSON Schema that is shipped, and does not mind who stops reading', async () => {
  const [{ code, out, err }, piped] = await Promise.all([
    run(top, ['schema']),
    start('sh', ['-c', `'${process.execPath}' '${CLI}' schema | true`], top),
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(piped).toEqual({ code: 0, out: '', err: '' });
  const shipped = join(CLI, '..', '..', 'runner-cache.schema.json');
  if (existsSync(shipped)) expect(out).toBe(readFileSync(shipped, 'utf8'));
  else expect(JSON.parse(out)).toMatchObject({ title: 'runner-cache.yaml' });
});

test('`cdk8s synth` writes the same bytes', async () => {
  const folder = newFolder({
    [FILE]: CONFIG,
    'cdk8s.yaml': `language: typescript\napp: ${process.execPath} ${MAIN}\noutput: manifests\n`,
  });
  const { code } = await start(CDK8S, ['synth', '--check-upgrade=false'], folder);
  expect(code).toBe(0);
  expect(hashesOf(join(folder, 'manifests'))).toEqual(current);
});

function newFolder(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
}
