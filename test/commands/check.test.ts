import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, put, run } from './run';

const GOOD = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: minio\n  namespace: minio\n';
const BROKEN = 'apiVersion: v1\nkind: ConfigMap\ndata:\n  region: us-east-1: europe\n';
const ONLY = ['--only', 'yaml-syntax'];
let folder = '';

beforeEach(() => {
  folder = folderWith({ 'dist/a.yaml': GOOD, 'dist/sub/b.yaml': BROKEN, 'good/a.yaml': GOOD });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const check = (...args: string[]): ReturnType<typeof run> => run(folder, ['check', ...args]);

test('Without findings it ends with 0 and says how much it has seen', async () => {
  expect(await check('good', ...ONLY)).toEqual({ code: 0, out: 'Nothing found in 1 object\n', err: '' });
});

test('A finding ends with 1, with its line, its remedy and a count', async () => {
  const { code, out, err } = await check(...ONLY);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('--> dist/sub/b.yaml:4:');
  expect(out).toContain('4 |   region: us-east-1: europe\n');
  expect(out).toContain('[yaml-syntax]');
  expect(out).toMatch(/\n1 error in 1 object\n$/);
});

test('Results are on standard output alone, in each format', async () => {
  for (const format of ['json', 'sarif', 'codequality']) {
    const { code, out, err } = await check('--format', format, ...ONLY);
    expect({ code, err }).toEqual({ code: 1, err: '1 error in 1 object\n' });
    expect(() => JSON.parse(out) as unknown).not.toThrow();
    expect(out).toContain('"dist/sub/b.yaml"');
  }
});

test('A file stands for itself, a minus for standard input, an absolute folder for the one below', async () => {
  expect((await check('dist/sub/b.yaml', ...ONLY)).out).toContain('--> dist/sub/b.yaml:4:');
  expect((await run(folder, ['check', '-', ...ONLY], BROKEN)).out).toContain('--> stdin:4:');
  expect((await check(join(folder, 'dist'), ...ONLY)).out).toContain('--> dist/sub/b.yaml:4:');
});

test('`--severity` counts what is below it', async () => {
  put(
    folder,
    'good/a.yaml',
    GOOD.replace('  name', '  annotations:\n    accept.runner-cache/nothing: because\n  name'),
  );
  const only = ['good', '--only', 'exceptions'];
  expect((await check(...only)).code).toBe(1);
  expect(await check(...only, '--severity', 'error')).toMatchObject({
    code: 0,
    out: 'Nothing found in 1 object; 1 less severe\n',
  });
});

describe('What is used in the wrong way ends with 2, and says what would do:', () => {
  test.each([
    ['an unknown check', ['--only', 'yaml-syntx'], 'did you mean "yaml-syntax"?'],
    ['an unknown family', ['--skip', 'file'], 'did you mean "files"?'],
    ['an unknown format', ['--format', 'sarf'], 'did you mean "sarif"?'],
    ['an unknown severity', ['--severity', 'warn'], 'expected one of "error", "warning", "note"'],
    ['a release that is not known', ['--kubernetes', '1.12'], 'expected 1.27 to'],
    ['a folder that is not there', ['dits'], 'there is no such file'],
    ['a folder without manifests', ['empty'], 'Cannot find manifests in "empty"'],
    ['a baseline that is not there', ['--baseline', 'x.json'], 'there is no such file'],
    ['a baseline that is none', ['--baseline', 'dist/a.yaml'], 'Cannot use baseline "dist/a.yaml"'],
    ['two baselines', ['--baseline', 'a', '--write-baseline', 'b'], 'cannot be used with'],
    ['exceptions of an unknown scanner', ['--exceptions', 'trify'], 'did you mean "trivy"?'],
    ['exceptions of some checks', ['--exceptions', 'trivy', '--only', 'files'], 'cannot be used with'],
    ['exceptions by path of no path', ['-', '--exceptions', 'trivy'], 'knows files by their paths'],
    ['exceptions of nothing', ['empty', '--exceptions', 'trivy'], 'Cannot find manifests in "empty"'],
  ])('%s', async (_, args, words) => {
    put(folder, 'empty/README.md', 'nothing');
    const { code, out, err } = await check(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
  });
});

test('A baseline hides what it names, shows what is new, and says what is gone', async () => {
  expect(await check('--write-baseline', 'base.json', ...ONLY)).toEqual({
    code: 0,
    out: '',
    err: 'base.json: 1 finding written\n',
  });
  expect(await check('--baseline', 'base.json', ...ONLY)).toMatchObject({
    code: 0,
    out: 'Nothing found in 1 object; 1 in the baseline\n',
  });
  put(folder, 'dist/sub/b.yaml', `# moved\n${BROKEN}`);
  put(folder, 'dist/c.yaml', BROKEN);
  const more = await check('--baseline', 'base.json', ...ONLY);
  expect(more.code).toBe(1);
  expect(more.out).toContain('dist/c.yaml');
  expect(more.out).not.toContain('sub/b.yaml');
  put(folder, 'dist/sub/b.yaml', GOOD);
  const gone = await check('--baseline', 'base.json', ...ONLY);
  expect(gone.err).toBe('base.json: 1 fewer of yaml-syntax sub/b.yaml; lower its count, or remove it at 0\n');
  expect(readFileSync(join(folder, 'base.json'), 'utf8').split('\n')).toHaveLength(7);
});

test('`--exceptions` prints what is accepted for a scanner, and says what it left out', async () => {
  const role = (name: string, reason: string): string =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  namespace: a\n  name: ${name}\n  annotations:\n    accept.runner-cache/rbac-pods-exec: ${reason}\nrules:\n  - { apiGroups: [''], resources: [pods/exec], verbs: [create] }\n`;
  put(folder, 'roles/a.yaml', role('one', 'it has to'));
  put(folder, 'roles/b.yaml', `${role('two', 'it has to')}---\n${role('three', '')}`);
  expect(await check('roles', '--exceptions', 'trivy')).toEqual({
    code: 0,
    out: 'misconfigurations:\n  - id: KSV-0053\n    statement: "it has to"\n    paths:\n      - "a.yaml"\n',
    err: 'b.yaml: KSV-0053 of Role/a/two is left out, or it would hide "rbac-pods-exec" in Role/a/three; accept that too, or mend it\n1 exception for trivy\n',
  });
  expect((await check('roles/a.yaml', '--exceptions', 'trivy')).out).toContain('- "a.yaml"');
  const { out, err } = await check('roles', '--exceptions', 'kubescape');
  expect(err).toBe('2 exceptions for kubescape\n');
  expect(JSON.parse(out)).toMatchObject([
    { name: 'C-0002 Role/a/one', reason: 'it has to' },
    { name: 'C-0002 Role/a/two', reason: 'it has to' },
  ]);
});

test('`--list` prints the id, severity, family and rule of each check', async () => {
  const { code, out } = await check('--list', '--only', 'files');
  expect(code).toBe(0);
  expect(out).toMatch(/^yaml-syntax +error +files +Each file is YAML or JSON$/m);
});
