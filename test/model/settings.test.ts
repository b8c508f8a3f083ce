import { stringify } from 'yaml';
import { parseConfiguration } from '../../src/config/parse';
import { flags } from '../../src/facts/feature-flags.json';
import { tables } from '../../src/facts/runner-settings.json';
import { featureFlag, memoryLimitOfHelper, namedVolumes } from '../../src/model/runner-features';
import { OWNED } from '../../src/model/rules/settings-owned';
import { SETTING_TYPES } from '../../src/model/rules/settings-types';
import { isTable, joined, type Settings } from '../../src/model/settings';

test.each(Object.entries(OWNED))('The setting %s is ours, and whoever sets it reads: %s', (path, reason) => {
  const keys = path.slice(1).split('.');
  const settings = keys.reduceRight<unknown>((below, key) => ({ [key]: below }), true);
  const { faults } = parseConfiguration(
    stringify({ gitlab: { url: 'https://a.b' }, runners: [{ settings }] }),
  );
  expect(faults.map((fault) => [fault.path, fault.message])).toEqual([
    [
      `runners[0].settings${path}`,
      `Cannot set "${String(keys.at(-1))}" here: ${reason}${reason.startsWith('use ') ? '' : '; remove it'}`,
    ],
  ]);
});

test("What is ours is in the runner's own list", () => {
  const known = Object.keys(OWNED).filter((path) => !isKnown(path.slice(1).split('.'), 'runners'));
  expect(known).toEqual([]);
});

test('Each type of a setting is known', () => {
  const words = new Set(
    Object.values(tables).flatMap((table) => Object.values(table).map((type) => type.split(':')[0])),
  );
  const unknown = [...words].filter((word) => !Object.hasOwn(SETTING_TYPES, word ?? ''));
  expect(unknown.sort()).toEqual(['table', 'tables']);
});

const TYPES: readonly (readonly [string, readonly unknown[], readonly unknown[]])[] = [
  ['string', ['', 'a'], [1, true, null, ['a'], {}]],
  ['integer', [0, -1, 5], [1.5, '5', null, true, Infinity]],
  ['float', [0, 1.5], ['1.5', null, NaN, Infinity]],
  ['boolean', [true, false], ['true', 0, null]],
  ['strings', [[], ['a']], ['a', [1], [null], {}, null]],
  ['integers', [[], [1]], [['1'], 1, null]],
  ['string-or-strings', ['a', ['a']], [1, [1], null, {}]],
  ['duration', ['30s', '1h30m', '1.5h', '100ms'], ['30', 30, '1 h', '1d', '', null]],
  ['map', [{}, { a: 'b' }], [{ a: 1 }, { a: null }, [], 'a', null]],
  [
    'any',
    ['a', 1, 1.5, true, [], {}, [1, 'a', { a: [] }]],
    [null, [null], { a: { b: null } }, 1e20, [2 ** 53]],
  ],
  ['booleans', [{}, { a: true }], [{ a: 'true' }, { a: null }, [], null]],
];

test.each(TYPES)('A setting of type %s', (type, accepted, refused) => {
  const accepts = (value: unknown): boolean => SETTING_TYPES[type]!.accepts(value as string);
  expect(accepted.filter((value) => !accepts(value))).toEqual([]);
  expect(refused.filter(accepts)).toEqual([]);
});

test('Null is no table', () => {
  expect(isTable(null as unknown as Settings)).toBe(false);
  expect([isTable({}), isTable([]), isTable('a'), isTable(undefined)]).toEqual([true, false, false, false]);
});

test('Tables are joined, lists grow, and the second wins', () => {
  const ours = { a: 1, list: ['x'], table: { b: 2, c: 3 } };
  expect(joined(ours, { a: 5, list: ['y'], table: { c: 4 }, d: 6 })).toEqual({
    a: 5,
    list: ['x', 'y'],
    table: { b: 2, c: 4 },
    d: 6,
  });
  expect(ours).toEqual({ a: 1, list: ['x'], table: { b: 2, c: 3 } });
});

const JOBS = { jobs: { docker: false } as never };

test('A feature flag is on as Go reads it; the table wins over the environment, that over the default', () => {
  const on = (settings: Settings): boolean => featureFlag({ ...JOBS, settings }, 'FF_TIMESTAMPS');
  expect(flags.FF_TIMESTAMPS.default).toBe('true');
  expect(on({})).toBe(true);
  for (const value of ['1', 't', 'T', 'true', 'TRUE', 'True'])
    expect(on({ environment: [`FF_TIMESTAMPS=${value}`] })).toBe(true);
  for (const value of ['0', 'false', 'yes', 'on', ''])
    expect(on({ environment: [`FF_TIMESTAMPS=${value}`] })).toBe(false);
  expect(on({ environment: ['FF_TIMESTAMPS=true'], feature_flags: { FF_TIMESTAMPS: false } })).toBe(false);
});

test('The limit of the helper is ours until somebody says another one', () => {
  const limit = (settings: Settings): string | undefined => memoryLimitOfHelper({ settings })?.toString();
  expect(limit({})).toBe('512Mi');
  expect(limit({ kubernetes: { helper_memory_limit: '1Gi' } })).toBe('1Gi');
  expect(limit({ kubernetes: { helper_memory_limit: '' } })).toBeUndefined();
});

test('Volumes of all kinds share their names, those of docker too', () => {
  const settings = { kubernetes: { volumes: { empty_dir: [{ name: 'a' }], secret: [{ name: 'b' }] } } };
  expect(namedVolumes({ ...JOBS, settings })).toEqual(['a', 'b']);
  expect(namedVolumes({ jobs: { docker: true } as never, settings })).toEqual(['docker-certs', 'a', 'b']);
});

function isKnown([key = '', ...below]: readonly string[], name: string): boolean {
  const table: Readonly<Record<string, string>> = tables[name as keyof typeof tables];
  const type = table[key];
  if (type === undefined) return false;
  return below.length === 0 || isKnown(below, type.split(':')[1] ?? '');
}
