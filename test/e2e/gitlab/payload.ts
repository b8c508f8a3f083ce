import type { Job, JobSpec } from './state';

const SHA = '1'.padStart(40, '0');
const FAILURE_REASONS = [
  'unknown_failure',
  'script_failure',
  'runner_system_failure',
  'job_execution_timeout',
  'image_pull_failure',
  'runner_configuration_error',
  'runner_external_dependency_failure',
  'runner_interrupted',
];

/** What a runner is given when it takes a job: the fields of GitLab's own answer that a runner reads. */
export function payloadOf({ token, report: { id, spec } }: Job, url: string): object {
  const project = `group/project-${spec.project}`;
  return {
    id,
    token,
    allow_git_fetch: false,
    job_info: {
      name: spec.name,
      stage: 'test',
      project_id: spec.project,
      project_name: `project-${spec.project}`,
      project_full_path: project,
      namespace_id: 1,
      root_namespace_id: 1,
      user_id: 1,
    },
    git_info: {
      repo_url: `${url}/${project}.git`,
      repo_object_format: 'sha1',
      ref: spec.ref,
      sha: SHA,
      before_sha: '0'.repeat(40),
      ref_type: 'branch',
      refspecs: [],
      depth: 1,
      protected: false,
    },
    runner_info: { timeout: spec.timeout },
    variables: variablesOf(id, project, url, spec),
    steps: [
      {
        name: 'script',
        script: spec.script,
        timeout: spec.timeout,
        when: 'on_success',
        allow_failure: false,
      },
    ],
    ...(spec.image === undefined ? {} : { image: { name: spec.image } }),
    services: [],
    artifacts: [],
    cache: spec.cache.map((cache) => ({
      untracked: false,
      policy: 'pull-push',
      when: 'on_success',
      fallback_keys: [],
      ...cache,
    })),
    credentials: [],
    dependencies: [],
    features: { trace_sections: true, token_mask_prefixes: [], failure_reasons: FAILURE_REASONS },
  };
}

function variablesOf(id: number, project: string, url: string, spec: JobSpec): object[] {
  const values = {
    CI: 'true',
    CI_COMMIT_REF_NAME: spec.ref,
    CI_COMMIT_REF_SLUG: spec.ref.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    CI_COMMIT_SHA: SHA,
    CI_JOB_ID: String(id),
    CI_JOB_NAME: spec.name,
    CI_PROJECT_ID: String(spec.project),
    CI_PROJECT_PATH: project,
    CI_PROJECT_NAMESPACE: 'group',
    CI_PROJECT_NAMESPACE_ID: '1',
    CI_PROJECT_ROOT_NAMESPACE: 'group',
    CI_SERVER_URL: url,
    ...spec.variables,
    // There is no repository behind the URL.
    GIT_STRATEGY: 'none',
  };
  return Object.entries(values).map(([key, value]) => ({
    key,
    value,
    public: true,
    masked: false,
    file: false,
    raw: false,
  }));
}
