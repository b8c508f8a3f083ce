import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SealedEntries } from '../../src/model/sealed';
import { unsealed } from '../seal/unsealed';
import { put, run } from './run';
import { FILE, folder, lines, PAIR, seal, SEALED, VALUES } from './sealing';

const text = (file = FILE) => readFileSync(join(folder, file), 'utf8');
const entries = () => (parse(text()) as { sealed: SealedEntries }).sealed;

/** Everything in the file, as the controller would open it. */
const opened = () =>
  Object.fromEntries(
    Object.entries(entries()).map(([name, { namespace, secret, values }]) => [
      name,
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          unsealed(value, PAIR.privateKey, `${namespace}/${secret}`),
        ]),
      ),
    ]),
  );

const USER = { accesskey: 'theuser', secretkey: 'theusersecret' };

test('Values come in by standard input, and only their ciphertext is written, each for its Secret', async () => {
  const { code, out, err } = await seal(lines(VALUES));
  expect({ code, out, err }).toEqual({
    code: 0,
    out: `+ root\n+ runners.main\n+ runners.main.store\n+ runners.main.token\n${FILE}: written\n`,
    err: '',
  });
  expect(opened()).toEqual({
    root: { accesskey: 'therootuser', secretkey: 'therootsecret' },
    'runners.main': USER,
    'runners.main.store': USER,
    'runners.main.token': { token: 'glrt-0123456789' },
  });
  for (const value of Object.values(VALUES)) {
    const told = [text(), out, err].join('\n');
    expect(told).not.toContain(value);
    expect(told).not.toContain(Buffer.from(value).toString('base64').replaceAll('=', ''));
  }
  expect(readdirSync(folder).sort()).toEqual(['cert.pem', FILE, 'runner-cache.yaml']);
});

test('What is sealed can be synthesized, checked, and is the same bytes each time', async () => {
  await seal(lines(VALUES));
  expect(await run(folder, ['synth'])).toMatchObject({ code: 0, err: '' });
  expect(await run(folder, ['synth', '--check'])).toMatchObject({ code: 0, out: '' });
  expect(await run(folder, ['check', '--severity', 'note'])).toMatchObject({ code: 0 });
  const written = readFileSync(join(folder, 'dist/minio/SealedSecret.minio-root.k8s.yaml'), 'utf8');
  expect(parse(written)).toMatchObject({ spec: { encryptedData: entries().root!.values } });
});

test('What is sealed is kept, byte for byte, though its value is given again; --replace seals it anew', async () => {
  await seal(lines(VALUES));
  const before = text();
  const changed = lines({ ...VALUES, 'root.secretkey': 'another-secret' });
  const again = await seal(changed);
  expect(again).toMatchObject({ code: 0, out: `${FILE}: unchanged\n` });
  expect(again.err).toBe(
    'Kept, as it is sealed already: root, runners.main, runners.main.store, runners.main.token; --replace seals it anew\n',
  );
  expect(text()).toBe(before);
  const replaced = await seal(
    lines({ 'root.accesskey': 'therootuser', 'root.secretkey': 'another-secret' }),
    '--replace',
  );
  expect(replaced).toMatchObject({ code: 0, out: `~ root\n${FILE}: written\n`, err: '' });
  expect(opened().root).toEqual({ accesskey: 'therootuser', secretkey: 'another-secret' });
  expect(text().slice(text().indexOf('runners.main:'))).toBe(before.slice(before.indexOf('runners.main:')));
});

test('One may seal the keys and another one the token; what is still missing is told', async () => {
  const { 'runners.main.token': token, ...keys } = VALUES;
  expect(await seal(lines({ 'runners.main.token': token }))).toMatchObject({
    code: 0,
    err: 'Still to be sealed: root, runners.main, runners.main.store\n',
  });
  expect(await seal(lines(keys))).toMatchObject({ code: 0, err: '' });
  expect(Object.keys(opened())).toEqual(['root', 'runners.main', 'runners.main.store', 'runners.main.token']);
});

test('A rotation seals new keys, and the access key before them beside MinIO and for the manager', async () => {
  await seal(lines(VALUES));
  const rotated = {
    'runners.main.accesskey': 'theuser2',
    'runners.main.secretkey': 'theusersecret2',
    'runners.main.previous': 'theuser',
  };
  expect(await seal(lines(rotated), '--replace')).toMatchObject({
    code: 0,
    out: `~ runners.main\n~ runners.main.store\n${FILE}: written\n`,
  });
  const keys = { accesskey: 'theuser2', secretkey: 'theusersecret2', previous: 'theuser' };
  expect(opened()).toMatchObject({ 'runners.main': keys, 'runners.main.store': keys });
});

test('A rotation that is counted up is sealed without being asked for more, and not used before', async () => {
  await seal(lines(VALUES));
  put(folder, 'runner-cache.yaml', SEALED.replace('kind: sealed', 'kind: sealed, rotation: 2'));
  const early = await run(folder, ['synth']);
  expect(early.code).toBe(1);
  expect(early.err).toContain('Cannot use keys of rotation 1 for rotation 2');
  const rotated = { 'runners.main.accesskey': 'theuser2', 'runners.main.secretkey': 'theusersecret2' };
  expect(await seal(lines(rotated))).toMatchObject({
    code: 0,
    out: `~ runners.main\n~ runners.main.store\n${FILE}: written\n`,
  });
  expect(await run(folder, ['synth'])).toMatchObject({ code: 0, err: '' });
});

test('A name that no longer fits is sealed again without being asked; its pair too, so that both have one value', async () => {
  await seal(lines(VALUES));
  const { 'runners.main': before, root } = entries();
  put(folder, 'runner-cache.yaml', SEALED.replace('}]', '}, { name: b }]'));
  const { code, out, err } = await seal(lines(VALUES));
  expect({ code, out }).toEqual({ code: 0, out: `~ runners.main\n~ runners.main.store\n${FILE}: written\n` });
  expect(err).toContain('Still to be sealed: runners.b, runners.b.store\n');
  expect(entries()).toMatchObject({ root, 'runners.main.store': { secret: 's3access-main' } });
  expect(entries()['runners.main']).not.toEqual(before);
});

test('What the configuration asks for no longer leaves the file', async () => {
  await seal(lines(VALUES));
  put(folder, 'runner-cache.yaml', SEALED.replace(/^runners.*$/m, ''));
  const pair = lines({ 'root.accesskey': 'a-root', 'root.secretkey': 'therootsecret' });
  expect(await seal(pair)).toMatchObject({ code: 0, out: `- runners.main.token\n${FILE}: written\n` });
  expect(Object.keys(entries())).toEqual(['root', 'runners.main', 'runners.main.store']);
});

test('Another configuration has a file of its own', async () => {
  put(folder, 'env/prod.yaml', SEALED);
  expect(await seal(lines(VALUES), '-c', 'env/prod.yaml')).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, 'env/prod.sealed.yaml'))).toBe(true);
  expect(await run(folder, ['synth', '-c', 'env/prod.yaml'])).toMatchObject({ code: 0 });
});
