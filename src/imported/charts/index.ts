import { BITNAMI_MINIO_CHART } from './bitnami-minio';
import type { Chart } from './chart';
import { RUNNER_CHART } from './gitlab-runner';
import { MINIO_CHART } from './minio';
import { STABLE_MINIO_CHART } from './stable-minio';

/** All charts that are understood. */
export const CHARTS: readonly Chart[] = [RUNNER_CHART, MINIO_CHART, STABLE_MINIO_CHART, BITNAMI_MINIO_CHART];
