import { crc32 } from './crc32';
import { payloadOf } from './payload';
import {
  FINAL_STATES,
  json,
  now,
  traceOf,
  type Call,
  type Job,
  type Reply,
  type Runner,
  type State,
} from './state';

/** Seconds between two reports of a running job; GitLab asks for 3 while someone watches the log. */
const UPDATE_INTERVAL = 1;

/** `POST /runners/verify` */
export function verifyRunner(state: State, call: Call): Reply {
  const runner = runnerOf(state, call);
  return runner === undefined
    ? forbidden()
    : { status: 200, body: { id: runner.id, token: runner.token, token_expires_at: null } };
}

/** `POST /jobs/request`: the oldest job that this runner may take, or 204. */
export function requestJob(state: State, call: Call): Reply {
  const runner = runnerOf(state, call);
  if (runner === undefined) return forbidden();
  const job = [...state.jobs.values()].find(
    ({ report: { state: its, spec } }) =>
      its === 'pending' && spec.tags.every((tag) => runner.tags.includes(tag)),
  );
  // A runner sends the value back as `last_update`; GitLab then answers from a cache, which is of no use here.
  if (job === undefined) return { status: 204, headers: { 'X-GitLab-Last-Update': 'none' } };
  const systemId = textOf(json(call.body).system_id);
  job.report = { ...job.report, state: 'running', startedAt: now(), systemId, client: call.client };
  return { status: 201, body: payloadOf(job, `http://${textOf(call.headers.host)}`) };
}

/** `PUT /jobs/:id`: a running job says that it lives, or its end. */
export function updateJob(state: State, call: Call): Reply {
  const { job, refusal } = runningJob(state, call);
  if (job === undefined) return refusal;
  const { state: reported, failure_reason: reason, exit_code: exitCode, output } = json(call.body);
  if (reported === 'running') return { status: 200, headers: headersOf(job) };
  const end = FINAL_STATES.find((final) => final === reported);
  if (end === undefined) return { status: 400, body: { error: 'state does not have a valid value' } };
  job.report = {
    ...job.report,
    state: end,
    finishedAt: now(),
    traceIsWhole: isWhole(job, output),
    ...(typeof reason === 'string' ? { failureReason: reason } : {}),
    ...(typeof exitCode === 'number' ? { exitCode } : {}),
  };
  return { status: 200, headers: headersOf(job) };
}

/** `PATCH /jobs/:id/trace`: takes a part of the log if it continues what is there; else says from where to send. */
export function appendTrace(state: State, call: Call): Reply {
  const { job, refusal } = runningJob(state, call);
  if (job === undefined) return refusal;
  const range = /^(\d+)-(\d+)$/.exec(textOf(call.headers['content-range']));
  if (range === null) return { status: 400, body: { message: '400 Missing header Content-Range' } };
  const size = traceOf(job).length;
  const known = (length: number) => ({ ...headersOf(job), Range: `0-${length}` });
  if (Number(range[1]) !== size) return { status: 416, headers: known(size) };
  job.parts.push(call.body);
  return { status: 202, headers: known(size + call.body.length) };
}

/** As GitLab does: the token of the header, or else that of the body. */
function runnerOf({ runners }: State, { headers, body }: Call): Runner | undefined {
  return runners.get(textOf(headers['runner-token'] ?? json(body).token));
}

/** GitLab answers 403 for a job that it does not know too, so that a runner gives it up. */
function runningJob({ jobs }: State, { id, headers, body }: Call): { job?: Job; refusal: Reply } {
  const job = jobs.get(id);
  const token = textOf(headers['job-token'] ?? json(body).token);
  if (job?.token !== token) return { refusal: forbidden() };
  if (job.report.state !== 'running') return { refusal: { ...forbidden(), headers: headersOf(job) } };
  return { job, refusal: forbidden() };
}

function isWhole(job: Job, output: unknown): boolean {
  const { bytesize, checksum } = (output ?? {}) as { bytesize?: number; checksum?: string };
  const trace = traceOf(job);
  return bytesize === trace.length && checksum === `crc32:${crc32(trace).toString(16).padStart(8, '0')}`;
}

function headersOf({ report: { state } }: Job): Record<string, string> {
  return { 'Job-Status': state, 'X-GitLab-Trace-Update-Interval': String(UPDATE_INTERVAL) };
}

function forbidden(): Reply {
  return { status: 403, body: { message: '403 Forbidden' } };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
