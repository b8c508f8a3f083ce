import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes, randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEAL_SCOPES, sealLabel } from '../../src/model/sealed';
import { sealedValue } from '../../src/seal/sealed-value';
import { rsaPair, type Pair } from './certificates';
import { unsealed } from './unsealed';

/** `RUNNER_CACHE_SEALS=1000 npx jest test/seal` tries more. */
const CASES = Number(process.env.RUNNER_CACHE_SEALS ?? 50);
const PAIRS = [rsaPair(2048), rsaPair(2048), rsaPair(3072), rsaPair(4096)];

const anyOf = <Item>(items: readonly Item[]): Item => items[randomInt(items.length)]!;
const name = (): string => `n${randomBytes(randomInt(1, 20)).toString('hex')}`;
const value = (): string => randomBytes(randomInt(1, 100)).toString(anyOf(['hex', 'base64', 'latin1']));
const place = () => ({ scope: anyOf(SEAL_SCOPES), namespace: name(), secret: name() });
const sealed = (text: string, { publicKey }: Pair, label: string): string =>
  sealedValue(text, publicKey, label, randomBytes(32));

test(`${CASES} values, of any key and scope, are read by who has the private key`, () => {
  for (let index = 0; index < CASES; index += 1) {
    const [text, pair, label] = [value(), anyOf(PAIRS), sealLabel(place())];
    expect(unsealed(sealed(text, pair, label), pair.privateKey, label)).toBe(text);
  }
});

test.each([
  ['strict', 'minio/s3access'],
  ['namespace-wide', 'minio'],
  ['cluster-wide', ''],
] as const)('What is %s is bound to "%s"', (scope, label) => {
  expect(sealLabel({ scope, namespace: 'minio', secret: 's3access' })).toBe(label);
  const [pair] = PAIRS as [Pair];
  const text = sealed('the value', pair, label);
  expect(() => unsealed(text, pair.privateKey, `${label}x`)).toThrow('The label is another one');
  expect(unsealed(text, pair.privateKey, label)).toBe('the value');
});

test('Who changes a byte of it is found out, and another key does not open it', () => {
  const [pair, other] = PAIRS as [Pair, Pair];
  const bytes = Buffer.from(sealed('the value', pair, 'a'), 'base64');
  const at = bytes.length - 20;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  expect(() => unsealed(bytes.toString('base64'), pair.privateKey, 'a')).toThrow('The tag is another one');
  expect(() => unsealed(sealed('the value', pair, 'a'), other.privateKey, 'a')).toThrow();
});

test('No two ciphertexts of one value are the same', () => {
  const [pair] = PAIRS as [Pair];
  expect(sealed('the value', pair, 'a')).not.toBe(sealed('the value', pair, 'a'));
});

test('OpenSSL reads it too', () => {
  const [pair] = PAIRS as [Pair];
  const folder = mkdtempSync(join(tmpdir(), 'runner-cache-seal-'));
  const openssl = (args: readonly string[], input: Buffer): Buffer =>
    execFileSync('openssl', args, { input });
  try {
    const bytes = Buffer.from(sealed('the value', pair, 'minio/s3access'), 'base64');
    const [key, wrapped] = [join(folder, 'key.pem'), bytes.subarray(2, 2 + bytes.readUInt16BE(0))];
    writeFileSync(key, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const label = Buffer.from('minio/s3access').toString('hex');
    const options = ['rsa_padding_mode:oaep', 'rsa_oaep_md:sha256', `rsa_oaep_label:${label}`];
    const session = openssl(
      ['pkeyutl', '-decrypt', '-inkey', key, ...options.flatMap((option) => ['-pkeyopt', option])],
      wrapped,
    );
    const counter = '00000000000000000000000000000002';
    expect(
      openssl(
        ['enc', '-d', '-aes-256-ctr', '-K', session.toString('hex'), '-iv', counter],
        bytes.subarray(2 + wrapped.length, -16),
      ).toString(),
    ).toBe('the value');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
