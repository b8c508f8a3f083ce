import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Outcome, Run, Sandbox } from './sandbox';
import { read, run, sandbox } from './sandbox';

export const TOKEN = 'the-token-of-the-service-account';

/** The fields of a Secret, decoded. */
export type Data = Readonly<Record<string, string>>;

/** An API server on files with empty Secrets, which the Job's account may get and patch, and nothing else. */
export function cluster(secrets: readonly string[]): Sandbox {
  const paths = { '/var/run/secrets/kubernetes.io/serviceaccount': 'token', '/tmp/auth': 'tmp/auth' };
  const box = sandbox({ curl: 'stub-curl.sh' }, ['cat', 'head', 'base64', 'tr'], paths);
  mkdirSync(join(box.root, 'token'));
  writeFileSync(join(box.root, 'token/token'), TOKEN);
  writeFileSync(join(box.root, 'token/ca.crt'), 'the CA\n');
  writeFileSync(join(box.root, 'role'), secrets.map((path) => `GET ${path}\nPATCH ${path}\n`).join(''));
  for (const path of secrets) putSecret(box, path, {});
  return box;
}

/** As `kubectl replace` would: what was there is gone. */
export function putSecret({ root }: Sandbox, path: string, data: Data, kind = 'mutable'): void {
  const folder = join(root, 'api', path);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'version'), `${String(100 + made++)}\n`);
  if (kind === 'immutable') writeFileSync(join(folder, 'immutable'), '');
  for (const [key, value] of Object.entries(data)) {
    writeFileSync(join(folder, 'data', key), Buffer.from(value).toString('base64'));
  }
}

let made = 0;

export function dataOf({ root }: Sandbox, path: string): Data {
  const folder = join(root, 'api', path, 'data');
  const value = (key: string): string =>
    Buffer.from(readFileSync(join(folder, key), 'utf8'), 'base64').toString();
  return Object.fromEntries(readdirSync(folder).map((key) => [key, value(key)]));
}

export function isImmutable({ root }: Sandbox, path: string): boolean {
  return existsSync(join(root, 'api', path, 'immutable'));
}

export function runWithCluster(
  box: Sandbox,
  script: string,
  how: Run & { readonly fault?: string; readonly name?: string } = {},
): Promise<Outcome> {
  const environment = { KUBERNETES_SERVICE_PORT: '443', FAULT: how.fault ?? 'none', RUN: how.name ?? 'a' };
  return run(box, script, { ...how, environment });
}

/** How often the last run called the server. */
export function callsOfCurl(box: Sandbox): number {
  return Number(read(box, 'count.a'));
}

/** `GET ns/secrets/name` and `PATCH ns/secrets/name`, of all runs. */
export function requestsOf(box: Sandbox): string[] {
  return read(box, 'requests')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));
}

/** The bodies that were sent, read by a real parser. */
export function bodiesOf(box: Sandbox): unknown[] {
  return read(box, 'requests')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): unknown => JSON.parse(line));
}

/** Resolves when the run of that name waits at the call where it was told to, or has ended. */
export async function paused({ root }: Sandbox, name: string, ended: Promise<Outcome>): Promise<void> {
  const over = ended.then(() => true);
  const moment = (): Promise<boolean> => new Promise((resolve) => setTimeout(resolve, 5, false));
  while (!existsSync(join(root, `paused.${name}`)) && !(await Promise.race([over, moment()])));
}

export function resume({ root }: Sandbox, name: string): void {
  writeFileSync(join(root, `go.${name}`), '');
}
