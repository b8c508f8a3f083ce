import { readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { release } from '../../src/api/release';
import { judgeAndAccept } from '../../src/checks/accepted';
import { CHECKS, RULES } from '../../src/checks/catalog';
import { leavesBelow } from '../../src/imported/leaf';
import { faultsText, reportOf } from '../../src/imported/report';
import { manifestsOf as read } from '../../src/manifests/manifests';
import { System } from '../../src/system/system';
import { manifestsOf } from '../manifests/load';
import { imported, sourcesOf, VALUES } from './load';
import { REFUSED } from './refused';
import { url, WHOLE } from './whole';

test.each(WHOLE)('%j: what comes out is a configuration', (words, configuration) => {
  const { text, faults } = imported(words);
  expect(faults).toEqual([]);
  const { gitlab, ...rest } = parse(text!) as { gitlab: { url: string } };
  expect(gitlab.url.replace(/\/$/, '')).toBe(url);
  expect(rest).toEqual(configuration);
});

test.each(WHOLE)('%j: its manifests are made, and the checks have nothing to tell of them', (words) => {
  const files = manifestsOf(imported(words).text!).map(({ path, text }) => ({ path, text }));
  const ids = new Set(RULES.map(({ id }) => id));
  const { findings } = judgeAndAccept(new System(read(files), release('1.37')), CHECKS, ids);
  expect(findings.map(({ check, file, message }) => `${check} ${file} ${message}`)).toEqual([]);
});

test.each(WHOLE)('%j: what becomes of each value is told once', (words) => {
  const leaves = sourcesOf(words)
    .flatMap((source) => ('leaves' in source ? source.leaves : []))
    .filter(({ path }) => !/^config(?:Override)?$/.test(String(path[1])));
  const { entries } = imported(words);
  const told = entries
    .filter(
      ({ leaf }) => !leaf.place.file.startsWith('default of') && !/^runners\.config\w*: /.test(leaf.told),
    )
    .map(({ leaf }) => `${leaf.place.file} ${leaf.told}`);
  expect(told.sort()).toEqual(leaves.map(({ place, told: path }) => `${place.file} ${path}`).sort());
});

test.each(REFUSED)('%j: what cannot be imported names its reason', (words, text) => {
  const { faults } = imported(words);
  expect(faultsText(faults)).toBe(`${text}\n`);
});

test('each file is tried', () => {
  const tried = [...WHOLE, ...REFUSED].flatMap(([words]) => words);
  const files = readdirSync(VALUES).map((name) => name.replace('.yaml', ''));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !tried.includes(file))).toEqual([]);
});

/** Keys of which the values are secrets, in all files. */
const SECRET_KEYS =
  /(?:^|\.)(?:accessKey|secretKey|rootUser|rootPassword|password|runnerToken|runnerRegistrationToken)$/;

test.each([...WHOLE, ...REFUSED])('%j: no secret is told', (words) => {
  const { text = '', entries, faults } = imported(words);
  const said = `${text}${reportOf(entries)}${faultsText(faults)}`;
  const secrets = sourcesOf(words)
    .flatMap((source) => ('leaves' in source ? source.leaves : []))
    .filter(({ told }) => SECRET_KEYS.test(told))
    .map(({ value }) => String(value).trim())
    // The chart's own are told, as everybody knows them.
    .filter((value) => value.length > 5 && !/^console|^runner$/.test(value));
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  expect(said).not.toContain('npm_abcdef');
  expect(said).not.toContain('runner-secret');
});

test('a value is told in the order of the files and of their lines', () => {
  const { entries } = imported(['minio', 'config-runner']);
  const places = entries.map(({ leaf }) => [leaf.place.file, leaf.place.line] as const);
  const sorted = [...places].sort(
    ([a, x = 0], [b, y = 0]) => Number(a !== 'minio.yaml') - Number(b !== 'minio.yaml') || x - y,
  );
  expect(places.filter(([file]) => file.endsWith('.yaml'))).toEqual(
    sorted.filter(([file]) => file.endsWith('.yaml')),
  );
});

test('leaves of nothing are nothing', () => {
  expect(leavesBelow({ a: {}, b: [null], c: { d: 1 } })).toEqual([
    [['a'], {}],
    [['b', 0], null],
    [['c', 'd'], 1],
  ]);
});
