import { randomBytes } from 'node:crypto';
import {
  json,
  now,
  traceOf,
  type Call,
  type Job,
  type JobReport,
  type JobSpec,
  type Reply,
  type State,
} from './state';

/** `POST /control/runners`: `{ token, tags }` is known from now on. */
export function addRunner({ runners }: State, { body }: Call): Reply {
  const { token, tags } = json(body) as { token: string; tags: readonly string[] };
  const runner = { id: runners.get(token)?.id ?? runners.size + 1, token, tags };
  runners.set(token, runner);
  return { status: 201, body: runner };
}

/** `POST /control/jobs`: queues a JobSpec. */
export function addJob({ jobs }: State, { body }: Call): Reply {
  const spec = json(body) as object as JobSpec;
  const id = jobs.size + 1;
  const token = randomBytes(16).toString('hex');
  jobs.set(id, { token, parts: [], report: { id, spec, state: 'pending', queuedAt: now() } });
  return { status: 201, body: { id } };
}

/** `GET /control/jobs/:id`: a JobReport. */
export function showJob({ jobs }: State, { id }: Call): Reply {
  const job = jobs.get(id);
  return job === undefined ? { status: 404 } : { status: 200, body: reportOf(job) };
}

/** `POST /control/jobs/:id/cancel`: what a person does who has seen enough. */
export function cancelJob({ jobs }: State, { id }: Call): Reply {
  const job = jobs.get(id);
  if (job === undefined) return { status: 404 };
  job.report = { ...job.report, state: 'canceled', finishedAt: now() };
  return { status: 200, body: reportOf(job) };
}

function reportOf(job: Job): JobReport {
  return { ...job.report, trace: traceOf(job).toString() };
}
