import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** Who may import whom, besides itself: the right column of the table in docs/architecture.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  facts: [],
  model: ['text', 'facts'],
  config: ['text', 'facts', 'model'],
  imported: ['text', 'facts', 'model', 'config', 'findings'],
  kubernetes: ['facts', 'model'],
  secrets: ['model', 'kubernetes', 'imports'],
  render: ['model'],
  constructs: ['model', 'render', 'kubernetes', 'secrets', 'imports'],
  charts: ['model', 'render', 'kubernetes', 'secrets', 'constructs'],
  app: ['model', 'kubernetes', 'secrets', 'charts'],
  'runner-cache': ['config', 'app'],
  seal: ['text', 'model'],
  output: [],
  commands: [
    ...['text', 'model', 'config', 'app', 'runner-cache', 'seal', 'output'],
    ...['imported', 'render', 'secrets'],
    ...['api', 'manifests', 'findings', 'system', 'checks', 'review', 'graph'],
  ],
  manifests: ['text'],
  findings: ['text', 'facts', 'manifests'],
  network: ['manifests'],
  api: ['facts', 'manifests'],
  system: ['text', 'facts', 'api', 'manifests', 'network'],
  graph: ['text', 'manifests', 'network', 'system'],
  checks: ['text', 'facts', 'api', 'manifests', 'network', 'system', 'findings', 'imports'],
  review: ['text', 'facts', 'api', 'manifests', 'network', 'system', 'findings', 'graph'],
  main: ['*'],
  cli: ['*'],
  index: ['config', 'runner-cache', 'output', 'app', 'model', 'manifests', 'checks', 'review'],
};

/** Where files, environment, clock and console are. Everything else computes. */
const EDGES = [
  'main.ts',
  'cli.ts',
  'config/read.ts',
  'manifests/read.ts',
  'manifests/read-git.ts',
  'commands/waivers-file.ts',
  'commands/init.ts',
  'commands/import-values.ts',
  'commands/baseline-file.ts',
  'commands/sealed-file.ts',
  ...'alive beside carry foreign lock mounts place recover removable survey swap tree'
    .split(' ')
    .map((name) => `output/${name}.ts`),
];
const IMPURE =
  /\bprocess\.|\bDate\b|\bMath\.random\b|\bconsole\.|\brandomBytes\b|\brandomUUID\b|\bperformance\./;
const IMPURE_MODULES = /^(node:)?(fs|child_process|net|http|https|os|dns|timers|worker_threads)(\/|$)/;

const SRC = join(__dirname, '..', 'src');
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();

const room = (file: string): string => file.split('/')[0]!.replace(/\.ts$/, '');
const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');
const modulesOf = (file: string): string[] =>
  ts.preProcessFile(textOf(file), true, true).importedFiles.map(({ fileName }) => fileName);

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, (comment) =>
    /eslint-|@ts-/.test(comment) ? comment : '',
  );
}

function sourcesOf(file: string): string[] {
  return modulesOf(file)
    .filter((module) => module.startsWith('.') && !module.endsWith('.json'))
    .map((module) => relative(SRC, join(SRC, dirname(file), module)))
    .map((path) => (path.startsWith('..') ? path.replace(/^(\.\.\/)+/, '') : path))
    .map((path) => [`${path}.ts`, `${path}/index.ts`].find((candidate) => FILES.includes(candidate)) ?? path);
}

test.each(FILES)('%s imports only what its room may import', (file) => {
  const allowed = MAY_IMPORT[room(file)];
  expect(allowed).toBeDefined();
  const strangers = sourcesOf(file).filter(
    (source) => room(source) !== room(file) && !allowed!.includes('*') && !allowed!.includes(room(source)),
  );
  expect(strangers).toEqual([]);
});

test('nothing imports main.ts or cli.ts', () => {
  expect(
    FILES.filter((file) => sourcesOf(file).some((source) => ['main.ts', 'cli.ts'].includes(source))),
  ).toEqual([]);
});

test('no file imports itself around a corner', () => {
  const seen = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (seen.get(file) === 'open') cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (seen.has(file) || !FILES.includes(file)) return;
    seen.set(file, 'open');
    sourcesOf(file).forEach((source) => {
      visit(source, [...path, file]);
    });
    seen.set(file, 'done');
  };
  FILES.forEach((file) => {
    visit(file, []);
  });
  expect(cycles).toEqual([]);
});

test.each(FILES.filter((file) => !EDGES.includes(file)))(
  '%s has no clock, files, environment or console',
  (file) => {
    expect(modulesOf(file).filter((module) => IMPURE_MODULES.test(module))).toEqual([]);
    const code = withoutComments(textOf(file));
    expect(code.split('\n').filter((line) => IMPURE.test(line))).toEqual([]);
  },
);

test('constructs do not import each other; they meet in a chart', () => {
  const constructs = FILES.filter(
    (file) => file.startsWith('constructs/') && /class \w+ extends Construct/.test(textOf(file)),
  );
  expect(constructs.length).toBeGreaterThan(5);
  const meetings = constructs.flatMap((file) =>
    sourcesOf(file)
      .filter((source) => constructs.includes(source))
      .map((source) => `${file} -> ${source}`),
  );
  expect(meetings).toEqual([]);
});

test('what the package needs at run time is what it says it needs', () => {
  const pack = JSON.parse(readFileSync(join(SRC, '..', 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const declared = Object.keys({ ...pack.dependencies, ...pack.peerDependencies });
  const used = FILES.flatMap((file) => [...textOf(file).matchAll(/^import (?!type )[^']*'([^'.][^']*)'/gm)])
    .map(([, module]) => module!)
    .filter((module) => !module.startsWith('node:'));
  expect([...new Set(used)].sort()).toEqual(declared.sort());
});

test('index.ts re-exports and does nothing else', () => {
  const statements = textOf('index.ts')
    .replace(/\/\*[^]*?\*\//g, '')
    .split(';')
    .map((text) => text.trim())
    .filter(Boolean);
  expect(statements.every((statement) => /^export (type )?\{[^}]*\} from '\.[^']*'$/.test(statement))).toBe(
    true,
  );
});

test('no file is longer than 200 lines, no room is named utils, no type is given up', () => {
  const findings = FILES.filter((file) => {
    const text = textOf(file);
    const code = withoutComments(text);
    return (
      text.split('\n').length > 201 ||
      file.includes('utils') ||
      /: any\b|as any\b|<any>|as unknown as|eslint-disable|@ts-/.test(code)
    );
  });
  expect(findings).toEqual([]);
});
