import { GITLAB } from './load';

/** What cannot become a configuration, and why. */
export const REFUSED: readonly (readonly [words: readonly string[], faults: string])[] = [
  [
    ['external-s3'],
    'external-s3.yaml:5  runners.cache.s3ServerAddress  Cannot use the server "s3.eu-central-1.amazonaws.com", which is no Service of the cluster. Not built yet: `store.kind` "s3", "gcs" and "azure"; runner-cache brings a MinIO of its own: say the address as "minio.minio:9000" to have it',
  ],
  [
    ['aws-by-default'],
    'aws-by-default.yaml:8  runners.config: runners.cache.s3.BucketName  Cannot use a bucket without ServerAddress, which is one of AWS. Not built yet: `store.kind` "s3", "gcs" and "azure"; runner-cache brings a MinIO of its own: say the address as "minio.minio:9000" to have it',
  ],
  [
    ['gcs'],
    'gcs.yaml:4  runners.cache.cacheType  Cannot use cache type "gcs". Not built yet: `store.kind` "s3", "gcs" and "azure"; runner-cache brings a MinIO of its own: say "s3" to have it',
  ],
  [
    ['azure-toml'],
    'azure-toml.yaml:6  runners.config: runners.cache.Type  Cannot use cache type "azure". Not built yet: `store.kind` "s3", "gcs" and "azure"; runner-cache brings a MinIO of its own: say "s3" to have it',
  ],
  [
    ['two-runners'],
    'two-runners.yaml:3  runners.configOverride  Cannot import 2 runners at once: expected one [[runners]]; import each alone, and join them as a list below `runners`',
  ],
  [
    ['no-gitlab'],
    'gitlabUrl  Cannot tell where GitLab is: no values say it; add `--set gitlabUrl=https://gitlab.example.com`',
  ],
  [
    ['s3access'],
    's3access.yaml:1  Cannot import a manifest (Secret): expected the values file of a chart; `runner-cache check` judges manifests',
  ],
  [
    ['foreign'],
    'foreign.yaml:2  controller.replicaCount  Cannot find the chart of these values: expected those of "gitlab/gitlab-runner", "minio/minio", "stable/minio", "bitnami/minio"',
  ],
  [
    ['ambiguous'],
    'ambiguous.yaml:2  persistence.enabled  Cannot tell the chart of these values: "minio/minio", "stable/minio", "bitnami/minio" know them alike; say which with `--chart minio/minio`',
  ],
  [
    ['broken'],
    'broken.yaml:3  Cannot use ":" inside of a value: expected quotes around the value, or the next key in the column of its map',
  ],
  [
    ['broken-toml'],
    'broken-toml.yaml:6  runners.config  Cannot read this TOML; write out what stands in {{ }}, which only Helm fills in',
  ],
  [
    ['small-volume', GITLAB],
    'small-volume.yaml:7  buckets[0].name  Cannot use bucket name "Bad_Name": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ],
  [
    ['small-volume', GITLAB, 'buckets[0].name=good-name'],
    'small-volume.yaml:5  persistence.size  Cannot use a store of 100Mi: expected 256Mi or more',
  ],
];
