import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from './crc32';
import { createGitLab } from './server';
import type { JobReport, JobSpec } from './state';

const TOKEN = 'glrt-known';
const SPEC: JobSpec = {
  name: 'build',
  project: 7,
  ref: 'main',
  tags: ['here'],
  script: ['true'],
  variables: { MINE: 'yes' },
  cache: [{ key: 'main-protected', paths: ['.cache/'] }],
  image: undefined,
  timeout: 60,
};

let server: Server;
let base = '';

beforeEach(async () => {
  server = createGitLab();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await call('POST', '/control/runners', { token: TOKEN, tags: ['here', 'there'] });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(base + path, { method, headers, ...(body === undefined ? {} : { body: text }) });
}

const request = (token = TOKEN): Promise<Response> =>
  call('POST', '/api/v4/jobs/request', { token, system_id: 's_1' });
const queue = (spec: Partial<JobSpec> = {}): Promise<Response> =>
  call('POST', '/control/jobs', { ...SPEC, ...spec });
const report = async (id = 1): Promise<JobReport> =>
  (await (await call('GET', `/control/jobs/${id}`)).json()) as JobReport;

/** A job that a runner has taken, and the token that it got with it. */
async function taken(): Promise<string> {
  await queue();
  return ((await (await request()).json()) as { token: string }).token;
}

test('a job goes to a runner that has all of its tags, once', async () => {
  await queue({ tags: ['elsewhere'] });
  expect((await request()).status).toBe(204);
  await queue();
  const answer = await request();
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({
    id: 2,
    cache: [{ key: 'main-protected', policy: 'pull-push' }],
  });
  expect((await request()).status).toBe(204);
});

test('a log arrives in parts, and the end says whether all of it came', async () => {
  const token = await taken();
  const trace = (from: string, text: string): Promise<Response> =>
    call('PATCH', '/api/v4/jobs/1/trace', text, { 'Job-Token': token, 'Content-Range': from });
  const first = await trace('0-3', 'one\n');
  expect([first.status, first.headers.get('range'), first.headers.get('job-status')]).toEqual([
    202,
    '0-4',
    'running',
  ]);
  const gap = await trace('9-12', 'far\n');
  expect([gap.status, gap.headers.get('range')]).toEqual([416, '0-4']);
  await trace('4-7', 'two\n');
  const checksum = `crc32:${crc32(Buffer.from('one\ntwo\n')).toString(16).padStart(8, '0')}`;
  await call('PUT', '/api/v4/jobs/1', { token, state: 'success', output: { bytesize: 8, checksum } });
  expect(await report()).toMatchObject({ state: 'success', trace: 'one\ntwo\n', traceIsWhole: true });
});

test('the checksum is that of zlib', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
});

describe('mistakes are answered as GitLab answers them', () => {
  test.each([
    ['an unknown runner asks for a job', () => request('glrt-other'), 403],
    ['an unknown runner is verified', () => call('POST', '/api/v4/runners/verify', { token: 'no' }), 403],
    ['a job that is not known', () => call('PUT', '/api/v4/jobs/9', { token: 'no', state: 'success' }), 403],
    ['no JSON', () => call('POST', '/api/v4/jobs/request', '{'), 400],
    ['a list', () => call('POST', '/api/v4/jobs/request', '[]'), 400],
    ['an unknown path', () => call('GET', '/api/v4/projects'), 404],
  ])('%s', async (_, mistake, status) => {
    expect((await mistake()).status).toBe(status);
  });

  test('the token of another job', async () => {
    await taken();
    expect((await call('PUT', '/api/v4/jobs/1', { token: 'no', state: 'success' })).status).toBe(403);
    expect((await report()).state).toBe('running');
  });

  test('a state that does not exist', async () => {
    const token = await taken();
    expect((await call('PUT', '/api/v4/jobs/1', { token, state: 'fine' })).status).toBe(400);
  });

  test('a part of the log without its place', async () => {
    const token = await taken();
    expect((await call('PATCH', '/api/v4/jobs/1/trace', 'x', { 'Job-Token': token })).status).toBe(400);
  });

  test('whatever comes after the end', async () => {
    const token = await taken();
    await call('PUT', '/api/v4/jobs/1', { token, state: 'failed', failure_reason: 'script_failure' });
    const late = await call('PUT', '/api/v4/jobs/1', { token, state: 'success' });
    expect([late.status, late.headers.get('job-status')]).toEqual([403, 'failed']);
    expect(await report()).toMatchObject({ state: 'failed', failureReason: 'script_failure' });
  });

  test('a job that a person has canceled', async () => {
    const token = await taken();
    await call('POST', '/control/jobs/1/cancel');
    const beat = await call('PUT', '/api/v4/jobs/1', { token, state: 'running' });
    expect([beat.status, beat.headers.get('job-status')]).toEqual([403, 'canceled']);
  });
});
