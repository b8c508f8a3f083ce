import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import type { Outcome, Run, Sandbox } from './sandbox';
import { read, run, sandbox } from './sandbox';

/** Access key, secret key, the access key before it. */
export type Keys = readonly [string, string, string?];

export const ROOT_KEYS: Keys = ['the-root-user', 'the-root-secret'];

/** An empty MinIO on files, and the folders that the bucket-init Job mounts: the ConfigMap and the keys. */
export function minio(
  config: Readonly<Record<string, string>>,
  keys: Readonly<Record<string, Keys>>,
): Sandbox {
  const paths = {
    '/config': 'config',
    '/run/keys': 'keys',
    '/tmp/pair': 'tmp/pair',
    '/tmp/users': 'tmp/users',
  };
  const box = sandbox({ mc: 'stub-mc.sh' }, ['cat'], paths);
  put(box, 'minio/root', `${ROOT_KEYS.slice(0, 2).join(' ')}\n`);
  for (const folder of ['buckets', 'policies', 'users']) mkdirSync(join(box.root, 'minio', folder));
  for (const [name, text] of Object.entries(config)) put(box, `config/${name}`, text);
  for (const [folder, pair] of Object.entries({ _root: ROOT_KEYS, ...keys })) mount(box, folder, pair);
  return box;
}

/** The files of a mounted Secret. */
export function mount(box: Sandbox, folder: string, [access, secret, previous]: Keys): void {
  put(box, `keys/${folder}/accesskey`, access);
  put(box, `keys/${folder}/secretkey`, secret);
  if (previous !== undefined) put(box, `keys/${folder}/previous`, previous);
}

export function put({ root }: Sandbox, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

export function runWithMinio(
  box: Sandbox,
  script: string,
  how: Run & { readonly fault?: string } = {},
): Promise<Outcome> {
  const environment = {
    MINIO_URL: 'http://minio.test:9000',
    MC_CONFIG_DIR: join(box.root, 'mc'),
    HOSTNAME: 'pod-1',
    FAULT: how.fault ?? 'none',
    ...how.environment,
  };
  return run(box, script, { ...how, environment });
}

/** How often the last run called `mc`. */
export function callsOfMc(box: Sandbox): number {
  return Number(read(box, 'count.a'));
}

/** All that MinIO holds, but the root keys: the files by their paths. */
export function stateOf({ root }: Sandbox): Record<string, string> {
  const folder = join(root, 'minio');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const state = files.map((file): [string, string] => {
    const path = join(file.parentPath, file.name);
    return [relative(folder, path), readFileSync(path, 'utf8').trimEnd()];
  });
  return Object.fromEntries(state.filter(([path]) => path !== 'root'));
}
