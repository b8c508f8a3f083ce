import { SETTING_CHECKS } from '../../../src/checks/cache/settings';
import { found } from '../case';
import { configMap } from './systems';

const told = (toml: string): readonly (readonly string[])[] =>
  found(configMap(toml), SETTING_CHECKS).map(({ check, message }) => [check, message]);

/** A value of each type, and those of others that the decoder refuses. */
const TYPES: Readonly<Record<string, readonly [string, readonly string[], readonly string[]]>> = {
  string: ['text in quotes', ['"a"', '""'], ['1', 'true', '["a"]']],
  integer: ['an integer without quotes', ['1', '-1'], ['"1"', '1.5', 'true']],
  float: ['a number', ['1', '1.5'], ['"1.5"']],
  boolean: ['true or false without quotes', ['true', 'false'], ['"true"', '1']],
  strings: ['a list of texts', ['["a"]', '[]'], ['"a"', '["a", 1]', '[1]']],
  integers: ['a list of integers', ['[1]', '[]'], ['1', '[1, "a"]', '["a"]']],
  'string-or-strings': ['text or a list of texts', ['"a"', '["a"]'], ['1', '["a", 1]', '{ a = "b" }']],
  duration: ['a duration such as "30s"', ['"30s"', '30'], ['true', '["30s"]']],
  map: ['a table of texts', ['{ a = "b" }', '{}'], ['"a"', '{ a = "b", c = 1 }', '["a"]']],
  booleans: ['a table of true and false', ['{ a = true }', '{}'], ['true', '{ a = true, b = 1 }', '[true]']],
};

/** The table of a setting of that type, and its name. */
const SETTINGS: Readonly<Record<string, readonly [string, string]>> = {
  string: ['runners', 'name'],
  integer: ['runners', 'limit'],
  float: ['machine', 'IdleScaleFactor'],
  boolean: ['kubernetes', 'privileged'],
  strings: ['runners', 'environment'],
  integers: ['kubernetes.pod_security_context', 'supplemental_groups'],
  'string-or-strings': ['kubernetes', 'pull_policy'],
  duration: ['runners', 'unhealthy_interval'],
  map: ['kubernetes', 'pod_labels'],
  booleans: ['runners', 'feature_flags'],
};

test.each(Object.entries(TYPES))('A setting of type %s', (type, [words, good, bad]) => {
  const [table, name] = SETTINGS[type]!;
  const header = table === 'runners' ? '[[runners]]' : `[[runners]]\n[runners.${table}]`;
  for (const value of good) expect(told(`${header}\n${name} = ${value}\n`)).toEqual([]);
  for (const value of bad)
    expect(told(`${header}\n${name} = ${value}\n`)).toEqual([
      ['runner-config-wrong-type', expect.stringContaining(` as ${words}: `)],
    ]);
});

test.each([
  ['[[runners]]\nname = 1', '1'],
  ['[[runners]]\nlimit = "4"', '"4"'],
  ['[[runners]]\n[runners.kubernetes]\nprivileged = "yes"', '"yes"'],
])('Of %j a number or a boolean is shown, and no text', (toml, value) => {
  const isText = toml.endsWith('1');
  expect(told(toml)[0]?.[1]).toContain(isText ? 'Cannot read this value as text' : `Cannot read ${value} as`);
});

test.each([
  ['kubernetes = 1', 'a table'],
  ['cache = "s3"', 'a table'],
])('[[runners]] with %s has no %s', (line, words) => {
  expect(told(`[[runners]]\n${line}\n`)).toEqual([
    ['runner-config-wrong-type', expect.stringContaining(` as ${words}: `)],
  ]);
});

test.each([
  ['cacheType', 'Type in `[runners.cache]`'],
  ['cachePath', 'Path in `[runners.cache]`'],
  ['s3CachePath', 'Path in `[runners.cache]`'],
  ['cacheShared', 'Shared in `[runners.cache]`'],
  ['s3ServerAddress', 'ServerAddress in `[runners.cache.s3]`'],
  ['s3BucketName', 'BucketName in `[runners.cache.s3]`'],
  ['s3BucketLocation', 'BucketLocation in `[runners.cache.s3]`'],
  ['s3CacheInsecure', 'Insecure in `[runners.cache.s3]`'],
])('%s of an old chart is %s today', (key, now) => {
  const [finding] = found(configMap(`[[runners]]\n[runners.cache]\n${key} = "a"\n`), SETTING_CHECKS);
  expect(finding).toMatchObject({ check: 'runner-config-unknown-key', remedy: `write ${now}` });
  expect(finding?.message).toContain('a value of the chart before 0.53.0');
});

test('An unknown key is told with its table, and with what is near', () => {
  expect(told('concurent = 1\n[[runners]]\n')).toEqual([
    ['runner-config-unknown-key', expect.stringMatching(/"concurent" in `the global section`.*"concurrent"/)],
  ]);
  expect(told('[[runners]]\nnam = "a"\n')).toEqual([
    ['runner-config-unknown-key', expect.stringMatching(/"nam" in `\[\[runners\]\]`.*"name"/)],
  ]);
  expect(told('[[runners]]\n[runners.kubernetes]\nnamespac = "a"\n')).toEqual([
    ['runner-config-unknown-key', expect.stringMatching(/in `\[runners\.kubernetes\]`.*"namespace"/)],
  ]);
});

test('A table in a list is read too, and told where it is', () => {
  const volume = '[[runners]]\n[runners.kubernetes.volumes]\n[[runners.kubernetes.volumes.config_map]]\n';
  const second = `${volume}name = "a"\nmount_path = "/a"\n[[runners.kubernetes.volumes.config_map]]\nmount_pat = "/b"\n`;
  const [finding] = found(configMap(second), SETTING_CHECKS);
  expect(finding).toMatchObject({ check: 'runner-config-unknown-key' });
  expect(finding?.message).toContain('"mount_pat"');
  expect(told(volume.replace('[[runners.kubernetes.volumes.config_map]]', 'config_map = 1'))).toEqual([
    ['runner-config-wrong-type', expect.stringContaining('a list of tables')],
  ]);
});

test('Of a file of nonsense the first faults are told', () => {
  const many = Array.from({ length: 1500 }, (_, index) => `unknown${String(index)} = 1`)
    .join('\n')
    .concat('\n[[runners]]\n');
  expect(told(many)).toHaveLength(1000);
});
