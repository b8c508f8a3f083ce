import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse, stringify } from 'yaml';
import { DEFAULTS } from '../../src/config/defaults';
import { branchesOf, editorSchema, jsonSchema, type JsonSchema } from '../../src/config/json-schema';
import { parseConfiguration } from '../../src/config/parse';

const SCHEMA = jsonSchema();
const ROOT = join(__dirname, '..', '..');

test('Every key has a description', () => {
  const mute = keysOf(SCHEMA).filter(({ schema }) => (schema.description ?? '') === '');
  expect(mute.map(({ path }) => path)).toEqual([]);
});

test('A map takes no other keys, unless its keys are names', () => {
  const open = mapsOf(SCHEMA, '').filter(({ schema }) => schema.additionalProperties !== false);
  expect(open.map(({ path }) => path)).toEqual([
    'credentials(externalSecrets).runners',
    'credentials(plaintext).runners',
    'runners[].settings',
  ]);
});

describe('A default in the schema is the one in the table', () => {
  const { cache, store, credentials, external, runner, images, cluster, argocd } = DEFAULTS;
  const rows: readonly (readonly [string, unknown])[] = [
    ['cache.bucket', cache.bucket],
    ['cache.path', cache.path],
    ['cache.shared', cache.shared],
    ['cache.expireAfterDays', cache.expireAfterDays],
    ['cache.verify', cache.verify],
    ['store.namespace', store.namespace],
    ['store.region', store.region],
    ['store.image', store.image],
    ['store.nodes', store.nodes],
    ['store.storage(ephemeral).size', store.sizes.ephemeral],
    ['store.storage(volume).size', store.sizes.volume],
    ['store.storage(memory).size', store.sizes.memory],
    ['credentials(generated).rotation', credentials.rotation],
    ['credentials(externalSecrets).store.kind', external.store],
    ['credentials(externalSecrets).refreshInterval', external.refreshInterval],
    ['credentials(sealed).scope', credentials.scope],
    ['runners[].name', runner.name],
    ['runners[].token(existing).secret', runner.tokenSecret],
    ['runners[].token(existing).key', runner.tokenKey],
    ['runners[].token(externalSecrets).refreshInterval', external.refreshInterval],
    ['runners[].token(sealed).scope', credentials.scope],
    ['runners[].concurrent', runner.concurrent],
    ['runners[].image', runner.image],
    ['runners[].jobs.image', runner.jobs.image],
    ['runners[].jobs.docker', runner.jobs.docker],
    ['images.registry', images.registry],
    ['images.pullPolicy', images.pullPolicy],
    ['cluster.kubernetes', cluster.kubernetes],
    ['cluster.domain', cluster.domain],
    ['cluster.provider', cluster.provider],
    ['cluster.apiServerPorts', cluster.apiServerPorts],
    ...Object.entries(argocd).map(([key, value]) => [`delivery(argocd).${key}`, value] as const),
  ];
  test.each(rows)('%s', (path, value) => {
    expect(keysOf(SCHEMA).find((key) => key.path === path)?.schema.default).toEqual(value);
  });
});

const validate = new Ajv2020({ strict: false }).compile(editorSchema());

const EXAMPLES = readdirSync(join(ROOT, 'examples'))
  .map((name) => join('examples', name, 'runner-cache.yaml'))
  .concat('runner-cache.yaml')
  .filter((file) => existsSync(join(ROOT, file)));

test.each(EXAMPLES)('%s is well for an editor too', (file) => {
  expect(validate(parse(readFileSync(join(ROOT, file), 'utf8')))).toBe(true);
});

test.each(['store: {}', 'gitlab: { url: x }', 'gitlab: { url: https://a.b }\nstore: { storge: {} }'])(
  'An editor sees what is wrong with %s',
  (text) => {
    expect(validate(parse(text))).toBe(false);
  },
);

test('An editor asks a file that extends another one for nothing', () => {
  expect(validate(parse('extends: ../base.yaml\ncache: { bucket: dev-cache }'))).toBe(true);
  expect(validate(parse('extends: [base.yaml]'))).toBe(false);
});

/** Every key, once with a value of no type that any key takes. */
const KEYS = keysOf(SCHEMA).filter(
  ({ path }) => path !== 'exceptions' && (!path.endsWith('kind') || path === 'store.kind'),
);

test.each(KEYS.map(({ path }) => path))('%s refuses a value of another type, at its place', (path) => {
  const { text, at } = fileWith(path, [[5]]);
  const { faults } = parseConfiguration(text);
  const [fault] = faults.filter((found) => found.path.startsWith(at));
  expect(fault?.message).toMatch(/^Cannot use (?:a list|this value).*: expected /);
  const key = path.split('.').at(-1)?.replace('[]', '') ?? '';
  expect(text.split('\n').slice(0, fault?.line).join('\n')).toContain(`${key}:`);
});

const MAPS = mapsOf(SCHEMA, '').filter(({ schema }) => schema.additionalProperties === false);

test.each(MAPS.map(({ path }) => path))(
  'The map "%s" refuses a key that it does not know, at the key',
  (path) => {
    const { text, at } = fileWith(path === '' ? 'xyzzy' : `${path}.xyzzy`, 1);
    const { faults } = parseConfiguration(text);
    // Among keys and tokens, an unknown key may be one of them, so it is not told.
    const [told, name] = /^credentials|token/.test(path)
      ? [at.replace(/\.xyzzy$/, ''), '']
      : [at, ' "xyzzy"'];
    const fault = faults.find((found) => found.message.startsWith(`Unknown key${name}; expected o`));
    expect(fault?.path).toBe(told);
    const line = text.split('\n')[(fault?.line ?? 0) - 1] ?? '';
    expect(line.slice((fault?.column ?? 0) - 1)).toMatch(/^"?xyzzy/);
  },
);

interface Key {
  /** `runners[].token(existing).secret` */
  readonly path: string;
  readonly schema: JsonSchema;
}

function keysOf(schema: JsonSchema): Key[] {
  return mapsOf(schema, '').flatMap(({ path, schema: { properties = {} } }) =>
    Object.entries(properties).map(([key, value]) => ({
      path: path === '' ? key : `${path}.${key}`,
      schema: value,
    })),
  );
}

function mapsOf(schema: JsonSchema, path: string): Key[] {
  const branches = branchesOf(schema);
  return branches.flatMap((branch) => {
    const kind = branches.length > 1 ? branch.properties?.kind?.const : undefined;
    const at = typeof kind === 'string' ? `${path}(${kind})` : path;
    const own = branch.type === 'object' ? [{ path: at, schema: branch }] : [];
    const inner = Object.entries(branch.properties ?? {}).flatMap(([key, value]) =>
      mapsOf(value, at === '' ? key : `${at}.${key}`),
    );
    const items = branch.items === undefined ? [] : mapsOf(branch.items, `${at}[]`);
    return [...own, ...inner, ...items];
  });
}

/** A file in which one key is wrong, and the path of that key as a fault tells it. */
function fileWith(path: string, value: unknown): { text: string; at: string } {
  const inside = path.split('.').reduceRight<unknown>((below, part) => {
    const [, key = '', kind, list] = /^(\w+)(?:\((\w+)\))?(\[\])?$/.exec(part) ?? [];
    const map = kind === undefined ? below : { kind, ...(below as object) };
    return { [key]: list === undefined ? map : [map] };
  }, value) as { gitlab?: object };
  const gitlab = path.startsWith('gitlab') ? inside.gitlab : { url: 'https://gitlab.example.com' };
  return {
    text: stringify({ ...inside, gitlab }),
    at: path.replace(/\(\w+\)/g, '').replace(/\[\]/g, '[0]'),
  };
}
