import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { CLI } from '../commands/run';
import { blocks, ROOT } from './pages';

const root = mkdtempSync(join(tmpdir(), 'review-in-ci-'));
const [bin, origin, clone] = ['bin', 'origin', 'clone'].map((name) => join(root, name)) as [
  string,
  string,
  string,
];
const CLAIM = 'dist/minio/PersistentVolumeClaim.minio.k8s.yaml';

const git = (cwd: string, ...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd, stdio: 'ignore' });
};

/** A command of the name, which writes down what it is called with. */
function stand(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

/** A repository whose branch shrinks the claim of the store, while main goes on; its clone is what CI checks out. */
beforeAll(() => {
  for (const folder of [bin, origin]) mkdirSync(folder);
  stand('npx', `shift; exec "${process.execPath}" "${CLI}" "$@"`);
  stand('gh', `printf '%s\\n' "$*" >> "${root}/gh"`);
  git(origin, 'init', '-b', 'main');
  cpSync(join(ROOT, 'examples/persistent/manifests'), join(origin, 'dist'), { recursive: true });
  git(origin, 'add', '.');
  git(origin, 'commit', '-m', 'first');
  git(origin, 'checkout', '-b', 'smaller');
  const claim = readFileSync(join(origin, CLAIM), 'utf8');
  writeFileSync(join(origin, CLAIM), claim.replace(/storage: \S+/, 'storage: 1Gi'));
  git(origin, 'commit', '-am', 'a smaller volume');
  git(origin, 'checkout', 'main');
  rmSync(join(origin, 'dist/gitlab-runner'), { recursive: true });
  git(origin, 'commit', '-am', 'what others do meanwhile');
});
beforeEach(() => {
  rmSync(clone, { recursive: true, force: true });
  git(root, 'clone', '-b', 'smaller', origin, clone);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** The exit code of lines that one shell runs, as CI does: the first that fails ends it. */
async function run(
  shell: readonly string[],
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const [command = '', ...args] = shell;
  const PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const job = spawn(command, [...args, script], {
    cwd: clone,
    env: { ...process.env, ...env, PATH },
    stdio: 'ignore',
  });
  return new Promise((done) =>
    job.on('close', (code) => {
      done(code ?? -1);
    }),
  );
}

const textOf = (file: string): string => readFileSync(join(clone, file), 'utf8');

interface GitLabJob {
  readonly review: {
    readonly script: readonly string[];
    readonly artifacts: { readonly paths: readonly string[] };
  };
}

/** Notes of a merge request, as GitLab keeps them. */
function gitlab(notes: { id: number; body: string }[]): Server {
  return createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const body = text === '' ? '' : (JSON.parse(text) as { body: string }).body;
      const id = Number(/notes\/(\d+)/.exec(request.url ?? '')?.[1]);
      if (request.headers['private-token'] !== 'glpat-x') response.statusCode = 401;
      else if (request.method === 'POST') notes.push({ id: notes.length + 1, body });
      else if (request.method === 'PUT') notes[id - 1] = { id, body };
      response.end(JSON.stringify(notes));
    });
  });
}

test('the job of docs/review-in-gitlab.md posts one comment, edits it, and fails with the gate', async () => {
  const job = parse(String(blocks('docs/review-in-gitlab.md', 'yaml')[0])) as GitLabJob;
  const notes = [{ id: 1, body: 'a person says something' }];
  const server = gitlab(notes);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  mkdirSync(join(clone, 'ci'));
  writeFileSync(join(clone, 'ci/note.mjs'), String(blocks('docs/review-in-gitlab.md', 'js')[0]));
  const env = {
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    TARGET: 'origin/main',
    REVIEW_TOKEN: 'glpat-x',
    CI_API_V4_URL: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/v4`,
    ...{ CI_PROJECT_ID: '7', CI_MERGE_REQUEST_IID: '3' },
  };
  // What the pipeline of a merge request has: its own commit, and no branch.
  git(clone, 'update-ref', '-d', 'refs/remotes/origin/main');
  const codes = [await run(['sh', '-ec'], job.review.script.join('\n'), env)];
  codes.push(
    await run(['sh', '-ec'], job.review.script.find((line) => line.includes('note.mjs')) ?? '', env),
  );
  server.close();
  expect(codes).toEqual([1, 0]);
  expect(notes).toHaveLength(2);
  expect(notes[1]?.body).toMatch(/^<!-- runner-cache review -->\n## Review: `dist at [0-9a-f]{12}`/);
  const shown = String(blocks('docs/review-in-gitlab.md', 'markdown')[0]);
  expect(notes[1]?.body.replace(/dist at [0-9a-f]{12}/g, 'dist at 1a2b3c4d5e6f')).toContain(shown);
  expect(textOf(job.review.artifacts.paths[0] ?? '')).toMatch(/^<!doctype html>/);
  const marks = JSON.parse(textOf('review.codequality.json')) as readonly { location: { path: string } }[];
  expect(new Set(marks.map(({ location }) => location.path))).toEqual(new Set([CLAIM]));
});

interface Workflow {
  readonly jobs: { readonly review: { readonly steps: readonly { readonly run?: string }[] } };
}

test('the job of docs/review-in-github.md comments, fills the summary, and fails with the gate in its last step', async () => {
  const { jobs } = parse(String(blocks('docs/review-in-github.md', 'yaml')[0])) as Workflow;
  const steps = jobs.review.steps.flatMap((step) => step.run ?? []);
  const [summary, output] = [join(root, 'summary'), join(root, 'output')];
  const env = { GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output, NUMBER: '12' };
  const codes: number[] = [];
  for (const step of steps) {
    const CODE = existsSync(output) ? (/code=(\d)/.exec(readFileSync(output, 'utf8'))?.[1] ?? '') : '';
    codes.push(await run(['bash', '-ec'], step, { ...env, CODE }));
  }
  expect(codes).toEqual([0, 0, 1]);
  expect(readFileSync(summary, 'utf8')).toBe(textOf('review.md'));
  expect(textOf('review.md')).toContain('May not pass: 1 APPLY-REJECTED');
  expect(readFileSync(join(root, 'gh'), 'utf8')).toBe(
    'pr comment 12 --edit-last --create-if-none --body-file review.md\n',
  );
  expect(JSON.parse(textOf('review.sarif'))).toMatchObject({ version: '2.1.0' });
});
