import { constants, createCipheriv, createHash, privateDecrypt, type KeyObject } from 'node:crypto';

/**
 * Opens ciphertext as the controller does, by other means than it was made with: RSA without padding and AES of single
 * blocks come from Node.js, OAEP (RFC 8017), the counter and the tag (NIST SP 800-38D) are written out here.
 */
export function unsealed(ciphertext: string, privateKey: KeyObject, label: string): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  const length = bytes.readUInt16BE(0);
  const sessionKey = withoutOaep(
    privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, bytes.subarray(2, 2 + length)),
    label,
  );
  const encrypted = bytes.subarray(2 + length, -16);
  const tag = bytes.subarray(-16);
  if (!tagOf(sessionKey, encrypted).equals(tag)) throw new Error('The tag is another one');
  return counted(sessionKey, encrypted, 2).toString('utf8');
}

function withoutOaep(block: Buffer, label: string): Buffer {
  const [seed, data] = [block.subarray(1, 33), block.subarray(33)];
  const realSeed = xor(seed, mask(data, 32));
  const realData = xor(data, mask(realSeed, data.length));
  const [hash, rest] = [realData.subarray(0, 32), realData.subarray(32)];
  const end = rest.findIndex((byte) => byte !== 0);
  const isWhole = block[0] === 0 && hash.equals(sha256(Buffer.from(label))) && rest[end] === 1;
  if (!isWhole) throw new Error('The label is another one');
  return rest.subarray(end + 1);
}

/** MGF1 with SHA-256. */
function mask(seed: Buffer, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(index);
    return sha256(Buffer.concat([seed, counter]));
  });
  return Buffer.concat(blocks).subarray(0, length);
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));
}

function aes(key: Buffer, block: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
}

/** Counter mode behind a nonce of 12 zeros. */
function counted(key: Buffer, bytes: Buffer, first: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(bytes.length / 16) }, (_, index) => {
    const counter = Buffer.alloc(16);
    counter.writeUInt32BE(first + index, 12);
    return aes(key, counter);
  });
  return xor(bytes, Buffer.concat(blocks));
}

function tagOf(key: Buffer, encrypted: Buffer): Buffer {
  const h = numberOf(aes(key, Buffer.alloc(16)));
  const lengths = Buffer.alloc(16);
  lengths.writeBigUInt64BE(BigInt(encrypted.length) * 8n, 8);
  const padded = Buffer.concat([encrypted, Buffer.alloc((16 - (encrypted.length % 16)) % 16), lengths]);
  let sum = 0n;
  for (let at = 0; at < padded.length; at += 16) sum = times(sum ^ numberOf(padded.subarray(at, at + 16)), h);
  return counted(key, Buffer.from(sum.toString(16).padStart(32, '0'), 'hex'), 1);
}

/** In the field of GCM, whose first bit is the lowest. */
function times(x: bigint, y: bigint): bigint {
  let [product, factor] = [0n, y];
  for (let bit = 127n; bit >= 0n; bit -= 1n) {
    if ((x >> bit) & 1n) product ^= factor;
    factor = factor & 1n ? (factor >> 1n) ^ (0xe1n << 120n) : factor >> 1n;
  }
  return product;
}

function numberOf(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}
