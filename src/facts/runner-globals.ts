/** Keys above `[[runners]]`. (gitlab-runner 19.4, common/config.go, `Config`) */
export const RUNNER_GLOBALS: Readonly<Record<string, string>> = {
  listen_address: 'string',
  session_server: 'any',
  labels: 'map',
  concurrent: 'integer',
  check_interval: 'integer',
  log_level: 'string',
  log_format: 'string',
  log_field_schema_version: 'integer',
  log_field_dual_emit_target: 'integer',
  user: 'string',
  runners: 'any',
  sentry_dsn: 'string',
  connection_max_age: 'duration',
  machine: 'any',
  experimental: 'any',
  shutdown_timeout: 'integer',
};
