import { constants, createCipheriv, publicEncrypt, type KeyObject } from 'node:crypto';
import { ciphertext, type Ciphertext } from '../model/ciphertext';

/**
 * Encrypts one value as `kubeseal` does: a session key for AES-256-GCM, which the RSA key of the cluster encrypts, with
 * what the ciphertext is bound to as label. A session key is used once, so the nonce may be zeros.
 * (sealed-secrets, pkg/crypto/crypto.go, HybridEncrypt)
 */
export function sealedValue(
  value: string,
  publicKey: KeyObject,
  label: string,
  sessionKey: Uint8Array,
): Ciphertext {
  const wrapped = publicEncrypt(
    {
      key: publicKey,
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(label, 'utf8'),
    },
    sessionKey,
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(wrapped.length);
  const cipher = createCipheriv('aes-256-gcm', sessionKey, Buffer.alloc(NONCE_BYTES));
  const encrypted = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return ciphertext(Buffer.concat([length, wrapped, encrypted, cipher.getAuthTag()]).toString('base64'));
}

const NONCE_BYTES = 12;
