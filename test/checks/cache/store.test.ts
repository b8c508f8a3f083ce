import { STORE_CHECKS } from '../../../src/checks/cache/store';
import { TOKEN_CHECKS } from '../../../src/checks/cache/tokens';
import { found } from '../case';
import { configMap, KEYS, manager, script, secret, TOML } from './systems';

const told = (...objects: readonly string[]): readonly string[] =>
  found(objects.join('\n---\n'), [...STORE_CHECKS, ...TOKEN_CHECKS]).map(({ check }) => check);
const withToken = (token: string): string => configMap(TOML.replace('${CI_SERVER_TOKEN}', token));

test.each([
  ['bucket-purged', 'mc rm -r --force store/a'],
  ['bucket-purged', 'mc rm --recursive --force store/a'],
  ['bucket-purged', 'mc rm -rf store/a'],
  ['bucket-purged', 'mc rm -r -f store/a'],
  ['bucket-purged', 'mc --insecure -q rm -r --force store/a'],
  ['bucket-purged', 'mc rb store/a --force'],
  ['bucket-purged', 'createBucket a none true'],
  ['bucket-purged', '  createBucket a none true false false'],
  ['bucket-public', 'createBucket a public false'],
  ['bucket-public', 'createBucket a "download" false'],
  ['bucket-public', 'createBucket a upload'],
  ['bucket-public', 'mc anonymous set public store/a'],
  ['bucket-public', 'mc anonymous set upload store/a'],
  ['bucket-public', 'mc anonymous set download store/a'],
  ['bucket-public', 'mc policy set public store/a'],
  ['bucket-versioned', 'createBucket a none false true'],
  ['bucket-versioned', 'mc version enable store/a'],
  ['bucket-versioned', 'mc -q version enable store/a'],
  ['bucket-versioned', 'mc mb --with-versioning store/a'],
])('%s is told of: %s', (id, line) => {
  expect(told(script(`mc ready store\n${line}\n`))).toEqual([id]);
});

test.each([
  'mc rm store/a/probe',
  'mc rm -r store/a',
  'mc rm --force store/a/probe',
  'mc rm -r --force --older-than 14d store/a',
  'mc rb store/a',
  'mc mb --ignore-existing store/a',
  'mc version info store/a',
  'mc version suspend store/a',
  'mc anonymous set private store/a',
  'mc anonymous get store/a',
  'mc anonymous set publicity store/a',
  'createBucket a none false false',
  'createBucket a nonpublic false',
  'createBucket a publicly false',
  'my-createBucket a public true true',
  'createBucket a',
])('Nothing is told of: %s', (line) => {
  expect(told(script(`mc ready store\n${line}\n`))).toEqual([]);
});

test.each([
  'glagent-',
  'glcbt-',
  'gldt-',
  'glft-',
  'glimt-',
  'gloas-',
  'glpat-',
  'glptt-',
  'glsoat-',
  'GR1348941',
])('A token that begins with %s is none of a runner', (prefix) => {
  expect(told(withToken(`${prefix}example`))).toEqual(['runner-token']);
  expect(told(secret('a', { 'runner-token': `${prefix}example` }))).toEqual(['runner-token-kind']);
  expect(told(secret('a', { 'other-token': `${prefix}example` }))).toEqual([]);
});

test.each(['glrt-example', 'a-glpat-example', 'a-GR1348941'])(
  'A token that begins as %s may be of a runner',
  (token) => {
    expect(told(secret('a', { 'runner-token': token }))).toEqual([]);
  },
);

test('A ConfigMap holds no token of a runner', () => {
  expect(told(configMap('glpat-example', 'runner-token'))).toEqual([]);
});

test('A token from the environment is one that the manager has', () => {
  const without = KEYS.slice(0, 2);
  expect(told(configMap(TOML), manager(KEYS))).toEqual([]);
  expect(told(withToken('$CI_SERVER_TOKEN'), manager(KEYS))).toEqual([]);
  expect(told(configMap(TOML), manager(without))).toEqual(['runner-token']);
  expect(told(withToken(' $CI_SERVER_TOKEN '), manager(KEYS))).toEqual([]);
  expect(told(configMap(TOML), manager(without, undefined, { envFrom: [{}] }))).toEqual([]);
});
