import { createHash, createHmac } from 'node:crypto';

/** What a presigned URL says. */
export interface Signed {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** `host:port` of the store. */
  readonly host: string;
  /** Bucket and key; a bucket alone for a listing. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly keys: { readonly access: string; readonly secret: string };
  /** Seconds. */
  readonly validFor: number;
  /** How far the clock of the signer is ahead, in seconds; behind, if negative. */
  readonly clockAhead?: number;
}

const REGION = 'us-east-1';

/** A URL signed as GitLab Runner's manager does it: AWS Signature Version 4 in the query, payload not signed. */
export function presigned({
  method,
  host,
  path,
  query = {},
  keys,
  validFor,
  clockAhead = 0,
}: Signed): string {
  const time = new Date(Date.now() + clockAhead * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${time.slice(0, 8)}/${REGION}/s3/aws4_request`;
  const parameters = {
    ...query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${keys.access}/${scope}`,
    'X-Amz-Date': time,
    'X-Amz-Expires': String(validFor),
    'X-Amz-SignedHeaders': 'host',
  };
  const text = Object.entries(parameters)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const request = [method, `/${path}`, text, `host:${host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n');
  const key = [time.slice(0, 8), REGION, 's3', 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => hmac(secret, part),
    `AWS4${keys.secret}`,
  );
  return `http://${host}/${path}?${text}&X-Amz-Signature=${hmac(key, toSign).toString('hex')}`;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
