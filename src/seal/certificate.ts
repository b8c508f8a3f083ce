import { X509Certificate, type KeyObject } from 'node:crypto';

/** The public half of the key with which a cluster opens what is sealed for it. */
export interface SealingKey {
  readonly publicKey: KeyObject;
  /** Of the certificate: `sha256:` and 64 hex digits. */
  readonly fingerprint: string;
}

/**
 * Reads what `kubeseal --fetch-cert` prints; of several certificates the first, as kubeseal does.
 *
 * @param now - such as `2026-11-29T21:00:00.000Z`
 * @throws RangeError for what nothing should be sealed with.
 */
export function sealingKey(pem: string, now: string): SealingKey {
  if (/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(pem)) {
    throw new RangeError(
      'Cannot use a private key, which never leaves its cluster: expected the certificate that `kubeseal --fetch-cert` prints',
    );
  }
  const certificate = parsed(pem);
  const { publicKey, validFrom, validTo } = certificate;
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (publicKey.asymmetricKeyType !== 'rsa' || bits < FEWEST_BITS) {
    throw new RangeError(
      `Cannot use a certificate of another key than RSA with ${FEWEST_BITS} bits or more: expected that of the Sealed Secrets controller`,
    );
  }
  const [from, to] = [isoTime(validFrom), isoTime(validTo)];
  const second = now.slice(0, from.length);
  if (second < from) {
    throw new RangeError(
      `Cannot use this certificate before ${from}Z: expected a clock that is right, or another one`,
    );
  }
  if (second > to) {
    throw new RangeError(
      `Cannot use this certificate since ${to}Z: expected one that is valid, as \`kubeseal --fetch-cert\` prints`,
    );
  }
  return { publicKey, fingerprint: fingerprintOf(certificate) };
}

/** What the controller makes has 4096. */
const FEWEST_BITS = 2048;

function parsed(pem: string): X509Certificate {
  const [first] = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(pem) ?? [];
  try {
    if (first !== undefined) return new X509Certificate(first);
  } catch {
    // What OpenSSL says of it helps nobody.
  }
  throw new RangeError(
    'Cannot read this as a certificate: expected PEM, which begins with "-----BEGIN CERTIFICATE-----", as `kubeseal --fetch-cert` prints',
  );
}

/** `Nov  9 21:00:00 2026 GMT`, as OpenSSL writes it, as `2026-11-09T21:00:00`, which compares as text. */
function isoTime(text: string): string {
  const [, name = '', day = '', time = '', year = ''] =
    /^(\w{3}) +(\d+) ([\d:]{8}) (\d+) GMT$/.exec(text) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T${time}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function fingerprintOf({ fingerprint256 }: X509Certificate): string {
  return `sha256:${fingerprint256.replaceAll(':', '').toLowerCase()}`;
}
