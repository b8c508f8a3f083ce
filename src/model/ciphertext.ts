/** What only the controller of Sealed Secrets can read, in base64. Only `ciphertext()` makes one. */
export type Ciphertext = string & { readonly __brand: 'Ciphertext' };

/**
 * Two bytes say how long the encrypted session key is, as long as the RSA key; it comes next, and then the value with
 * a tag of 16 bytes. (sealed-secrets, pkg/crypto/crypto.go) So what is cut off, or was never encrypted, is told.
 */
export function ciphertext(text: string): Ciphertext {
  const bytes = Buffer.from(text, 'base64');
  const sessionKey = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  const isWhole = bytes.toString('base64') === text && bytes.length > 2 + sessionKey + TAG_BYTES;
  if (!isWhole || !RSA_BYTES.includes(sessionKey)) {
    throw new RangeError(
      'Cannot use this as ciphertext: expected what `runner-cache seal` has written, whole',
    );
  }
  return text as Ciphertext;
}

const TAG_BYTES = 16;
/** Of 2048 bits and more. */
const RSA_BYTES = [256, 384, 512, 1024, 2048];
