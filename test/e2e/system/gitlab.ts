import type { JobReport, JobSpec, Runner } from '../gitlab/state';

/** Asks the GitLab stand-in, from the test's side. */
async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const { E2E_GITLAB_CONTROL: address = '' } = process.env;
  const response = await fetch(`${address}/control${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Three refusals disable a runner for an hour, so it is made known before its manager starts. */
export function registerRunner(token: string, tags: readonly string[]): Promise<Runner> {
  return ask('POST', '/runners', { token, tags });
}

export async function enqueue(spec: JobSpec): Promise<number> {
  return (await ask<{ id: number }>('POST', '/jobs', spec)).id;
}

export function reportOf(id: number): Promise<JobReport> {
  return ask('GET', `/jobs/${id}`);
}

export function cancel(id: number): Promise<JobReport> {
  return ask('POST', `/jobs/${id}/cancel`);
}
