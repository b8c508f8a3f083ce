import { sealingKey } from '../../src/seal/certificate';
import { certificateOf, curvePair, rsaPair } from './certificates';

const PAIR = rsaPair();
const NOW = '2026-11-29T21:00:00.000Z';
const GOOD = certificateOf(PAIR);

test('A certificate that is valid gives its key, and who it is', () => {
  const { publicKey, fingerprint } = sealingKey(GOOD, NOW);
  expect(publicKey.equals(PAIR.publicKey)).toBe(true);
  expect(fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test('Of several, the first counts, whatever text stands between them', () => {
  const both = `# the new one\n${GOOD}\n${certificateOf(rsaPair())}`;
  expect(sealingKey(both, NOW).fingerprint).toBe(sealingKey(GOOD, NOW).fingerprint);
});

test.each([
  ['nothing', '', 'Cannot read this as a certificate'],
  ['a page', '<html>404</html>', 'Cannot read this as a certificate'],
  [
    'what is cut off',
    `${GOOD.slice(0, 400)}\n-----END CERTIFICATE-----\n`,
    'Cannot read this as a certificate',
  ],
  ['a public key', String(PAIR.publicKey.export({ type: 'spki', format: 'pem' })), 'Cannot read this as'],
  [
    'a private key',
    String(PAIR.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    'Cannot use a private key',
  ],
  [
    'a private key behind its certificate',
    `${GOOD}${String(PAIR.privateKey.export({ type: 'pkcs1', format: 'pem' }))}`,
    'Cannot use a private key',
  ],
  ['a key of a curve', certificateOf(curvePair()), 'another key than RSA with 2048 bits or more'],
  ['a short key', certificateOf(rsaPair(1024)), 'another key than RSA with 2048 bits or more'],
])('%s is refused', (_, text, message) => {
  expect(() => sealingKey(text, NOW)).toThrow(message);
});

describe('A certificate counts for its time', () => {
  const pem = certificateOf(PAIR, '20261109080000Z', '20261209080000Z');

  test.each(['2026-11-09T08:00:00.000Z', '2026-12-09T07:59:59.999Z'])('at %s it does', (now) => {
    expect(sealingKey(pem, now).publicKey.equals(PAIR.publicKey)).toBe(true);
  });

  test('not before it', () => {
    expect(() => sealingKey(pem, '2026-11-09T07:59:59.999Z')).toThrow(
      'Cannot use this certificate before 2026-11-09T08:00:00Z: expected',
    );
  });

  test('not after it', () => {
    expect(() => sealingKey(pem, '2026-12-09T08:00:01.000Z')).toThrow(
      'Cannot use this certificate since 2026-12-09T08:00:00Z: expected',
    );
  });
});
