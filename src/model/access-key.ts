/** A pair of S3 keys that reaches its reader byte for byte. */
export interface Keys {
  /** 3 or more characters; MinIO refuses `=` and `,` in it. */
  readonly accesskey: string;
  /** 8 or more characters. */
  readonly secretkey: string;
}

const WELL_KNOWN = ['minioadmin', 'minio123', 'console123', 'AKIAIOSFODNN7EXAMPLE'];

export function accessKey(text: string): string {
  secretValue(text);
  if (!/^[A-Za-z0-9._-]{3,128}$/.test(text) || WELL_KNOWN.includes(text)) {
    throw new RangeError(
      'Cannot use this access key: expected 3 or more letters, digits, "-", "_" and ".", and none of the well-known ones',
    );
  }
  return text;
}

export function secretAccessKey(text: string): string {
  secretValue(text);
  if (!/^[\x21-\x7e]{8,256}$/.test(text) || WELL_KNOWN.includes(text) || text.endsWith('EXAMPLEKEY')) {
    throw new RangeError(
      'Cannot use this secret key: expected 8 or more letters, digits and signs of ASCII, and none of the well-known ones',
    );
  }
  return text;
}

/**
 * The newline of `echo KEY | base64` is the oldest trap of this recipe: MinIO trims it and the runner does not, so
 * that each transfer is refused in a green job. The value itself is never part of the message.
 */
export function secretValue(text: string): string {
  if (text === '') throw new RangeError('Cannot use an empty value: expected the secret itself');
  if (/^[\s\p{Cc}]|[\s\p{Cc}]$/u.test(text)) {
    throw new RangeError(
      'Cannot use this value: expected no white space or control character at either end (use `printf %s`, not `echo`)',
    );
  }
  return text;
}
