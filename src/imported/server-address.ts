import { at, type Verdict } from './row';

/**
 * Where the runner found S3: a Service of the cluster tells the namespace of MinIO, everything else is a store that is not
 * ours. `minio.minio:9000` in the recipe is `<service>.<namespace>`.
 */
export function serverAddress(text: string): Verdict {
  const host = text
    .replace(/^https?:\/\//i, '')
    .replace(/[:/].*$/s, '')
    .toLowerCase();
  const [service = '', namespace, ...rest] = host.split('.');
  if (!isInCluster(host, rest)) return { kind: 'refused', why: external(text) };
  if (namespace === undefined)
    return {
      kind: 'replaced',
      why: `the address is made of \`store.namespace\`; "${service}" alone is found in its own namespace only`,
    };
  return {
    kind: 'carried',
    to: [{ path: at('store.namespace'), value: namespace }],
  };
}

export const NOT_BUILT =
  'Not built yet: `store.kind` "s3", "gcs" and "azure"; runner-cache brings a MinIO of its own';

function external(text: string): string {
  const said = /^[\w.:/-]{1,80}$/.test(text) ? ` "${text}"` : '';
  return `Cannot use the server${said}, which is no Service of the cluster. ${NOT_BUILT}: say the address as "minio.minio:9000" to have it`;
}

function isInCluster(host: string, rest: readonly string[]): boolean {
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(host) || /^[0-9.]+$/.test(host)) return false;
  if (rest.length > 0) return rest[0] === 'svc';
  return !PUBLIC.has(host.split('.')[1] ?? '');
}

/** What ends a name of two parts that is none of a Service. */
const PUBLIC = new Set(
  'com net org io dev app cloud local lan home internal corp intra localdomain'.split(' '),
);
