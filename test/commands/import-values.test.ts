import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { blocks } from '../docs/pages';
import { RECIPE, VALUES } from '../imported/load';
import { folderWith, hashesOf, run, type Finished } from './run';

const CONFIG = 'gitlab:\n  url: https://gitlab.example.com\n';
const folder = folderWith({
  'runner-cache.yaml': CONFIG,
  'two.yaml': `${CONFIG}runners: [{}, { name: web }]\n`,
  'wrong.yaml': 'gitlab: {}\n',
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const recipe = (): Promise<Finished> => run(VALUES, ['import-values', 'config-runner.yaml', '--set', RECIPE]);

test('the recipe of 2018 becomes a configuration that synthesizes and passes the checks', async () => {
  const { code, out } = await recipe();
  expect(code).toBe(0);
  const synth = await run(folder, ['synth', '-c', '-', '-o', 'from-recipe'], out);
  expect(synth).toMatchObject({ code: 0, err: '' });
  expect(Object.keys(hashesOf(join(folder, 'from-recipe'))).length).toBeGreaterThan(20);
  expect(await run(folder, ['check', 'from-recipe'])).toMatchObject({ code: 0 });
});

test('the page of the import shows what comes out', async () => {
  const { out, err } = await recipe();
  expect(blocks('docs/import.md', 'yaml')).toContain(out);
  expect(blocks('docs/import.md', 'text')).toContain(err);
});

test('the page of the import shows how a fault reads', async () => {
  const { code, out, err } = await run(VALUES, ['import-values', 'external-s3.yaml']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(blocks('docs/import.md', 'text')).toContain(err);
});

test.each([
  ['nothing', [], 'Cannot import nothing: expected values files'],
  ['an unknown chart', ['--set', 'a=b', '--chart', 'stable/mini'], 'did you mean "stable/minio"?'],
])('%s is a wrong use', async (_, args, words) => {
  const { code, out, err } = await run(folder, ['import-values', ...args]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});

test.each([
  ['a file that is not there', ['gone.yaml'], 'gone.yaml: there is no such file'],
  ['a flag without a value', ['--set', 'secretKey'], 'expected NAME=VALUE'],
])('%s is told', async (_, args, words) => {
  const { code, out, err } = await run(folder, ['import-values', ...args]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(words);
});

test('values come from standard input too', async () => {
  const { code, out } = await run(folder, ['import-values', '-'], 'gitlabUrl: https://g.example.com\n');
  expect(code).toBe(0);
  expect(out).toContain('# Made of standard input by');
});

describe('values for the chart of the runner:', () => {
  test('they are printed, and what they do not say beside them', async () => {
    const { code, out, err } = await run(folder, ['values']);
    expect(code).toBe(0);
    expect(out).toContain('configOverride: |\n');
    expect(blocks('docs/import.md', 'text')).toContain(err);
  });

  test.each([
    [
      'one of two is not said',
      ['-c', 'two.yaml'],
      2,
      'Cannot choose a runner: expected `--runner` with one of "main", "web"',
    ],
    [
      'another one is said',
      ['-c', 'two.yaml', '--runner', 'wep'],
      2,
      'Cannot find runner "wep": expected one of "main", "web"; did you mean "web"?',
    ],
    ['the configuration is wrong', ['-c', 'wrong.yaml'], 1, 'wrong.yaml:1:9'],
  ])('%s', async (_, args, code, words) => {
    const finished = await run(folder, ['values', ...args]);
    expect(finished).toMatchObject({ code, out: '' });
    expect(finished.err).toContain(words);
  });

  test('the one that is said has its own namespace', async () => {
    const { out } = await run(folder, ['values', '-c', 'two.yaml', '--runner', 'web']);
    expect(out).toContain('--namespace gitlab-runner-web');
  });
});
