import type { Manifest } from '../../../manifests/manifest';
import { at, isList, listOf, textOf, type Value } from '../../../manifests/value';
import { workloadOf } from '../../../manifests/workload';
import { globCovers } from '../../../system/delivery/glob';
import { beyond } from '../beyond';
import { bothWays, type Side } from '../both-ways';
import type { Judgement, Risk } from '../risk';
import { saying, showing } from '../telling';
import { textsIn } from '../texts';

/** Who may use a bucket without keys. */
export const BUCKETS: readonly Risk[] = showing(
  saying(
    /\b(?:anonymous|policy)\s+(?:set\s+)?"?(?:public|download|upload|private|none)\b|\bPrincipal\b|\bcreateBucket\b|\bMINIO_DEFAULT_BUCKETS\b/,
  ),
  bothWays(
    'https://docs.min.io/community/minio-object-store/reference/minio-mc/mc-anonymous-set.html',
    morePublic,
    {
      id: 'bucket-public',
      class: 'EXPOSURE',
      change: 'a bucket is opened to whoever has no keys',
      why: 'Who reaches the store reads archives, with the sources and secrets in them, or puts others in their place.',
      message: (openings) => `anybody may, without keys: ${openings}`,
    },
    {
      id: 'bucket-private',
      class: 'ROUTINE',
      change: 'a bucket is shut to whoever has no keys',
      why: 'Who used it without keys is refused.',
      message: (openings) => `nobody may any more, without keys: ${openings}`,
    },
  ),
);

interface Opening {
  /** As S3 calls it. */
  readonly action: string;
  /** A bucket as the script or the document names it. */
  readonly target: string;
}

function* morePublic({ manifest: from }: Side, { manifest: to }: Side): Generator<Judgement> {
  const openings = beyond(openingsIn(from), openingsIn(to), openingCovers);
  if (openings.length > 0)
    yield { message: openings.map(({ action, target }) => `${action} in "${target}"`).join(', ') };
}

function openingCovers(wide: Opening, narrow: Opening): boolean {
  return (
    globCovers(wide.action.toLowerCase(), narrow.action.toLowerCase()) &&
    globCovers(wide.target, narrow.target)
  );
}

function openingsIn(manifest: Manifest | undefined): readonly Opening[] {
  if (manifest === undefined) return [];
  return [
    ...textsIn(manifest).flatMap((text) => [...inScript(text), ...inDocument(text)]),
    ...inEnvironment(manifest),
  ];
}

/** What is said last of a bucket counts. */
function inScript(text: string): readonly Opening[] {
  const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
  const said = lines.flatMap((line) =>
    [...line.matchAll(SETS), ...line.matchAll(CHART)].map(({ groups = {} }) => groups),
  );
  const last = new Map(said.map(({ level = '', target = '' }) => [target.replace(/["']/g, ''), level]));
  return [...last].flatMap(([target, level]) => openingsOf(level, target));
}

/** `mc anonymous set download cache/bucket`, and what it was called before. */
const SETS =
  /\bmc\b[^\n;&|]*?\s(?:anonymous|policy)\s+(?:set\s+)?["']?(?<level>public|download|upload|private|none)["']?\s+(?<target>[^\s;&|]+)/g;
/** In the scripts of MinIO's chart. */
const CHART = /\bcreateBucket\s+(?<target>\S+)\s+["']?(?<level>public|download|upload|private|none)["']?/g;

function openingsOf(level: string, target: string): readonly Opening[] {
  return (LEVELS[level] ?? []).map((action) => ({ action, target }));
}

const LEVELS: Readonly<Record<string, readonly string[]>> = {
  public: ['s3:GetObject', 's3:PutObject'],
  download: ['s3:GetObject'],
  upload: ['s3:PutObject'],
};

/** The policy of a bucket, which says whom it is for; that of a user does not. */
function inDocument(text: string): readonly Opening[] {
  if (!text.includes('"Principal"')) return [];
  return statementsIn(text)
    .filter((statement) => at(statement, 'Effect') === 'Allow' && isAnybody(at(statement, 'Principal')))
    .flatMap((statement) =>
      oneOrMore(at(statement, 'Action')).flatMap((action) =>
        oneOrMore(at(statement, 'Resource')).map((target) => ({ action, target })),
      ),
    );
}

function statementsIn(text: string): readonly Value[] {
  try {
    return listOf(at(JSON.parse(text) as Value, 'Statement'));
  } catch {
    return [];
  }
}

function isAnybody(principal: Value | undefined): boolean {
  return principal === '*' || oneOrMore(at(principal, 'AWS')).includes('*');
}

function oneOrMore(value: Value | undefined): readonly string[] {
  return (isList(value) ? value : [value ?? null]).flatMap((item) => textOf(item) ?? []);
}

/** `cache:download,other`, as Bitnami's image makes its first buckets. */
function inEnvironment(manifest: Manifest): readonly Opening[] {
  return (workloadOf(manifest)?.containers ?? [])
    .flatMap(({ value }) => listOf(value.env))
    .filter((variable) => at(variable, 'name') === 'MINIO_DEFAULT_BUCKETS')
    .flatMap((variable) => (textOf(at(variable, 'value')) ?? '').split(/[,;\s]+/))
    .flatMap((bucket) => {
      const [target = '', level = ''] = bucket.split(':');
      return openingsOf(level, target);
    });
}
