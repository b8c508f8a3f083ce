import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A key pair of a cluster. */
export interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export function rsaPair(modulusLength = 2048): Pair {
  return generateKeyPairSync('rsa', { modulusLength });
}

export function curvePair(): Pair {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** A certificate that signs itself, from and until such a time as `20260101000000Z`. */
export function certificateOf(
  { privateKey }: Pair,
  from = '20260101000000Z',
  until = '20360101000000Z',
): string {
  const name = der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from('sealed-secrets')))));
  const algorithm = privateKey.asymmetricKeyType === 'rsa' ? SHA256_WITH_RSA : SHA256_WITH_CURVE;
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    der(0x30, time(from), time(until)),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]);
  return pem(der(0x30, body, algorithm, der(0x03, signature)));
}

const COMMON_NAME = Buffer.from('0603550403', 'hex');
const SHA256_WITH_RSA = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const SHA256_WITH_CURVE = Buffer.from('300a06082a8648ce3d040302', 'hex');

function time(text: string): Buffer {
  return der(0x18, Buffer.from(text));
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
