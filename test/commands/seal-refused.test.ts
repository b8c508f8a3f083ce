import { certificateOf } from '../seal/certificates';
import { hashesOf, put, run } from './run';
import { folder, lines, PAIR, seal, SEALED, VALUES } from './sealing';

const half = lines({ 'root.accesskey': 'therootuser' });

test.each([
  [
    'half of a pair',
    half,
    [],
    1,
    'Missing "root.secretkey" beside "root.accesskey": expected all values of a Secret at once',
  ],
  ['no value', '\n', [], 1, 'Cannot seal nothing: expected lines "name=value" on standard input'],
  [
    'a wrong value',
    'root.accesskey=a b\n',
    [],
    1,
    'standard input:1  root.accesskey  Cannot use this access key',
  ],
  [
    'no such certificate',
    lines(VALUES),
    ['--cert', 'none.pem'],
    1,
    'Cannot open none.pem: there is no such file',
  ],
  [
    'a file that is no certificate',
    lines(VALUES),
    ['--cert', 'runner-cache.yaml'],
    1,
    'Cannot read this as a certificate',
  ],
  [
    'the configuration by standard input',
    lines(VALUES),
    ['-c', '-'],
    2,
    'Cannot read values and the configuration',
  ],
  ['values as arguments', '', ['root.accesskey=x'], 2, "error: too many arguments for 'seal'"],
  ['a faulty configuration', lines(VALUES), ['-c', 'faulty.yaml'], 1, 'faulty.yaml:1:1  gitlab'],
  [
    'a configuration that seals nothing',
    lines(VALUES),
    ['-c', 'other.yaml'],
    1,
    'Cannot seal anything for other.yaml',
  ],
  [
    'a file of ciphertext that was changed',
    lines(VALUES),
    ['-c', 'changed.yaml'],
    1,
    'changed.sealed.yaml:1:1',
  ],
] as const)('%s is refused, and nothing is written', async (_, input, more, code, message) => {
  put(folder, 'faulty.yaml', 'gitlub: {}\n');
  put(folder, 'other.yaml', 'gitlab: { url: https://gitlab.example.com }\n');
  put(folder, 'changed.yaml', SEALED);
  put(folder, 'changed.sealed.yaml', 'mine: true\n');
  const before = hashesOf(folder);
  const finished = await seal(input, ...more);
  expect(finished.code).toBe(code);
  expect(finished.out).toBe('');
  expect(finished.err).toContain(message);
  expect(hashesOf(folder)).toEqual(before);
});

test('An expired certificate is refused by the clock', async () => {
  put(folder, 'cert.pem', certificateOf(PAIR, '20200101000000Z', '20210101000000Z'));
  const { code, err } = await seal(lines(VALUES));
  expect(code).toBe(1);
  expect(err).toBe(
    'Cannot use this certificate since 2021-01-01T00:00:00Z: expected one that is valid, as `kubeseal --fetch-cert` prints\n',
  );
});

test('Without --cert it is a wrong use', async () => {
  expect(await run(folder, ['seal'], lines(VALUES))).toMatchObject({ code: 2, out: '' });
});
