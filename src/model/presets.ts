import type { ImageName } from './image';

/** What differs between MinIO images. A new image is a new row, never an `if`. */
export interface ServerPreset {
  /** Absent where a person must say it. */
  readonly image: ImageName | undefined;
  /** The image has `sh`, `mc`, `curl` and coreutils, so that the Jobs run from it too. */
  readonly tools: boolean;
  /** Printed by each synth. */
  readonly warning: string | undefined;
}

const SILO_RELEASE = 'RELEASE.2026-09-16T00-00-00Z';

/** Runs the Jobs where the server's own image has no tools. */
export const TOOLS_IMAGE: ImageName = { repository: 'docker.io/pgsty/silo', tag: SILO_RELEASE };

export const SERVER_PRESETS = {
  silo: { image: TOOLS_IMAGE, tools: true, warning: undefined },
  distroless: {
    image: { repository: 'docker.io/pgsty/silo', tag: `${SILO_RELEASE}-distroless` },
    tools: false,
    warning: undefined,
  },
  upstream: {
    image: { repository: 'quay.io/minio/minio', tag: 'RELEASE.2025-09-07T16-13-09Z' },
    tools: true,
    warning:
      'the last upstream image has CVE-2026-41145 and CVE-2026-40344 unfixed: whoever reads a presigned URL, as every job can, may write any cache object of its runner; also CVE-2025-62506, CVE-2026-34204, CVE-2026-39414; use "silo"',
  },
  custom: { image: undefined, tools: false, warning: undefined },
} as const satisfies Record<string, ServerPreset>;

export type ServerPresetName = keyof typeof SERVER_PRESETS;

export const RUNNER_PRESETS = {
  'gitlab-runner': {
    image: { repository: 'registry.gitlab.com/gitlab-org/gitlab-runner', tag: 'alpine-v19.4.0' },
  },
  custom: { image: undefined },
} as const satisfies Record<string, { image: ImageName | undefined }>;

export type RunnerPresetName = keyof typeof RUNNER_PRESETS;

/** Where the manager's helper image lies, beside the manager's own. Its tag carries the manager's version. */
export const HELPER_REPOSITORY = 'registry.gitlab.com/gitlab-org/gitlab-runner/gitlab-runner-helper';
