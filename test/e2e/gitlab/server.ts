import { createServer, type IncomingMessage, type Server } from 'node:http';
import { addJob, addRunner, cancelJob, showJob } from './control-api';
import { appendTrace, requestJob, updateJob, verifyRunner } from './runner-api';
import type { Call, Reply, State } from './state';

type Handler = (state: State, call: Call) => Reply;

const done: Handler = () => ({ status: 204 });

/** The runner's side is what GitLab Runner 19.4 calls; the test's side is ours. */
const ROUTES = (
  [
    ['POST', '/api/v4/runners/verify', verifyRunner],
    ['DELETE', '/api/v4/runners/managers', done],
    ['POST', '/api/v4/jobs/request', requestJob],
    ['PUT', '/api/v4/jobs/:id', updateJob],
    ['PATCH', '/api/v4/jobs/:id/trace', appendTrace],
    ['GET', '/control', done],
    ['POST', '/control/runners', addRunner],
    ['POST', '/control/jobs', addJob],
    ['GET', '/control/jobs/:id', showJob],
    ['POST', '/control/jobs/:id/cancel', cancelJob],
  ] as const
).map(([method, path, handle]) => ({
  method,
  handle,
  pattern: new RegExp(`^${path.replace(':id', '(?<id>\\d+)')}$`),
}));

/**
 * A stand-in for GitLab: hands queued jobs to real GitLab Runners and keeps what they report. It is not listening yet.
 */
export function createGitLab(): Server {
  const state: State = { runners: new Map(), jobs: new Map() };
  return createServer((request, response) => {
    void answer(state, request).then(({ status, headers, body }) => {
      const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
      response.writeHead(status, { ...type, ...headers });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
}

async function answer(state: State, request: IncomingMessage): Promise<Reply> {
  const { pathname } = new URL(request.url ?? '/', 'http://gitlab');
  const route = ROUTES.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
  if (route === undefined) return { status: 404, body: { error: '404 Not Found' } };
  try {
    return route.handle(state, {
      headers: request.headers,
      body: await bodyOf(request),
      client: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
      id: Number(route.pattern.exec(pathname)?.groups?.id ?? 0),
    });
  } catch (error) {
    return error instanceof SyntaxError
      ? { status: 400, body: { error: 'The request body is not valid JSON' } }
      : { status: 500, body: { error: String(error) } };
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
