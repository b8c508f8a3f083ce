/** What is known of images that must not be used, as a person would have to read it together. */
export interface ImageFact {
  /** With its registry; a name without one holds for each copy, in whatever registry. */
  readonly repository: string;
  readonly fate: 'gone' | 'frozen' | 'vulnerable';
  /** The first release, as its tag says it, that is well again. */
  readonly fixedIn?: string;
  /** What became of it, and when. */
  readonly what: string;
  readonly remedy: string;
  readonly source: string;
}

const SILO = 'docker.io/pgsty/silo:RELEASE.2026-09-16T00-00-00Z';
const DELETED = 'Docker Hub deleted this repository on 2026-09-11; who pulls it is asked to log in';
const UNFIXED =
  'CVE-2026-41145 and CVE-2026-40344 are unfixed: who reads a presigned URL, as each job can, may write any object of its keys';

/** The first row that fits holds. */
export const IMAGE_FACTS: readonly ImageFact[] = [
  ...['minio', 'mc', 'console'].map((name): ImageFact => ({
    repository: `docker.io/minio/${name}`,
    fate: 'gone',
    what: DELETED,
    remedy: `use "${SILO}", which has "mc" too, or a copy in a registry of your own`,
    source: 'https://github.com/makeplane/plane/issues/9829',
  })),
  {
    repository: 'minio/minio',
    fate: 'vulnerable',
    what: `MinIO, Inc. has published no image since 2025-09-07 and archived the project in 2026-04; ${UNFIXED}`,
    remedy: `use "${SILO}"`,
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-41145',
  },
  {
    repository: 'minio/mc',
    fate: 'frozen',
    what: 'MinIO, Inc. has published no image since 2025-08-13 and archived the project in 2026-07',
    remedy: `use "docker.io/pgsty/mc:RELEASE.2026-09-16T00-00-00Z", or "mc" of "${SILO}"`,
    source: 'https://github.com/minio/mc',
  },
  {
    repository: 'docker.io/pgsty/minio',
    fate: 'vulnerable',
    what: 'it is frozen at RELEASE.2026-08-04 since its project is named silo, without the fix of 2026-09-16 for SN-2026-011 and SN-2026-012: a job with a presigned URL could copy the object of another',
    remedy: `use "${SILO}"`,
    source: 'https://github.com/pgsty/silo/blob/main/docs/security/advisories.md',
  },
  {
    repository: 'docker.io/pgsty/silo',
    fate: 'vulnerable',
    fixedIn: 'RELEASE.2026-09-16',
    what: 'releases before 2026-09-16 have SN-2026-011 and SN-2026-012: a job with a presigned URL could copy the object of another',
    remedy: `use "${SILO}" or a newer one`,
    source: 'https://github.com/pgsty/silo/blob/main/docs/security/advisories.md',
  },
  ...['bitnami/minio', 'bitnami/minio-client', 'bitnamilegacy/minio', 'bitnamilegacy/minio-client'].map(
    (name): ImageFact => ({
      repository: `docker.io/${name}`,
      fate: 'frozen',
      what: 'Bitnami has fixed no free image of it since 2025-09; its chart is deprecated since 2026-09-08',
      remedy: `use "${SILO}"`,
      source: 'https://github.com/bitnami/charts/issues/36605',
    }),
  ),
];

/** `repository` has its registry. */
export function imageFactOf(repository: string, tag: string | undefined): ImageFact | undefined {
  return IMAGE_FACTS.find(
    (fact) =>
      isOf(repository, fact.repository) && !(fact.fixedIn !== undefined && isFixed(tag, fact.fixedIn)),
  );
}

function isOf(repository: string, name: string): boolean {
  return name.startsWith('docker.io/') ? repository === name : repository.endsWith(`/${name}`);
}

/** What is no dated release, such as `latest`, cannot be told to be old. */
function isFixed(tag: string | undefined, fixedIn: string): boolean {
  return tag?.startsWith('RELEASE.') !== true || tag >= fixedIn;
}
