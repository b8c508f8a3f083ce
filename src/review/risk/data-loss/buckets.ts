import type { Manifest } from '../../../manifests/manifest';
import type { Risk } from '../risk';
import { goneOf, isKeptFromPruning } from '../subject';
import { saying } from '../telling';
import { EXPIRY_SHORTENED } from './expiry';
import { textsIn } from '../texts';

/** What scripts and rules do to the archives in a bucket. */
export const BUCKETS: readonly Risk[] = [
  {
    id: 'bucket-removed',
    class: 'DATA-LOSS',
    change: 'an object that stands for a bucket is removed or renamed',
    why: 'Its controller deletes the bucket with it, unless its deletion policy says otherwise.',
    source:
      'https://rook.io/docs/rook/latest/Storage-Configuration/Object-Storage-RGW/ceph-object-bucket-claim/',
    *judge(change) {
      const base = goneOf(change);
      if (base === undefined || !isBucket(base) || isKeptFromPruning(base)) return;
      const policies = [base.at('spec', 'deletionPolicy'), base.at('spec', 'reclaimPolicy')];
      if (policies.some((policy) => policy === 'Orphan' || policy === 'Retain')) return;
      yield {
        message: 'the bucket goes with all archives',
        instead: 'set its deletion policy to Orphan first',
      };
    },
  },
  EXPIRY_SHORTENED,
  {
    id: 'archives-deleted',
    class: 'DATA-LOSS',
    change: 'a script begins to delete archives or buckets',
    why: 'It runs when the sync does, or when its pod next starts, and nothing asks before it deletes.',
    source: 'https://min.io/docs/minio/linux/reference/minio-mc/mc-rb.html',
    shows: saying(/\bmc\s[^\n]*\br[bm]\b|purge-token/),
    *judge({ head, base }) {
      if (head === undefined) return;
      const known = new Set(base === undefined ? [] : textsIn(base).flatMap(deletionsIn));
      const fresh = textsIn(head)
        .flatMap(deletionsIn)
        .find((line) => !known.has(line));
      if (fresh === undefined) return;
      const purges = fresh.startsWith('purge-token');
      yield {
        message: purges
          ? 'the bucket is emptied once, because the purge token is a new one'
          : 'a script deletes what is in a bucket',
        instead: purges ? 'leave the token as it is' : 'let a lifecycle rule expire archives by their age',
      };
    },
  },
  {
    id: 'versions-suspended',
    class: 'DATA-LOSS',
    change: 'a bucket keeps former versions of its objects no more',
    why: 'What is overwritten or deleted from then on cannot be had back.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/manage-versioning-examples.html',
    shows: saying(/\bmc\s+version\b/),
    *judge({ is, base, head }) {
      if (is !== 'changed') return;
      const [before, after] = [base, head].map((one) => textsIn(one).join('\n'));
      const suspends = SUSPENDS.test(after ?? '') && !SUSPENDS.test(before ?? '');
      const stops = ENABLES.test(before ?? '') && !ENABLES.test(after ?? '') && SUSPENDS.test(after ?? '');
      if (!suspends && !stops) return;
      yield {
        message: 'former versions are kept no more',
        instead: 'leave versioning on, and expire former versions by a lifecycle rule',
      };
    },
  },
];

const SUSPENDS = /\bmc\s+version\s+suspend\b/;
const ENABLES = /\bmc\s+version\s+enable\b/;

function isBucket(manifest: Manifest): boolean {
  const { kind, identity } = manifest;
  if (kind === 'ObjectBucketClaim') return identity.group === 'objectbucket.io';
  return kind === 'Bucket' && /^s3\.|minio|storage\.googleapis|aws/.test(identity.group);
}

/** Each line that deletes, and each purge token; what expires by age is a rule's. */
function deletionsIn(text: string): readonly string[] {
  const tokens = [...text.matchAll(/purge-token":"([^"]+)"/g)].map(
    ([, token = '']) => `purge-token ${token}`,
  );
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\bmc\s+(?:--?\w+\s+)*(?:rb\b|rm\b.*(?:-r\b|--recursive))/.test(line))
    .filter((line) => !/--older-than|purge-token|^#/.test(line));
  return [...tokens, ...lines];
}
