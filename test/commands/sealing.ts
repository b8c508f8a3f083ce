import { rmSync } from 'node:fs';
import { certificateOf, rsaPair } from '../seal/certificates';
import { folderWith, run } from './run';

export const PAIR = rsaPair();
export const CERTIFICATE = certificateOf(PAIR, '20200101000000Z', '20990101000000Z');
export const FILE = 'runner-cache.sealed.yaml';
export const SEALED = `gitlab: { url: https://gitlab.example.com }
credentials: { kind: sealed }
runners: [{ token: { kind: sealed } }]
`;
export const VALUES = {
  'root.accesskey': 'therootuser',
  'root.secretkey': 'therootsecret',
  'runners.main.accesskey': 'theuser',
  'runners.main.secretkey': 'theusersecret',
  'runners.main.token': 'glrt-0123456789',
};
export const lines = (values: object) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${String(value)}\n`)
    .join('');

/** One for each test, with a configuration that asks for values, and the certificate. */
export let folder: string;
beforeEach(() => {
  folder = folderWith({ 'runner-cache.yaml': SEALED, 'cert.pem': CERTIFICATE });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

export const seal = (input: string, ...more: readonly string[]) =>
  run(folder, ['seal', '--cert', 'cert.pem', ...more], input);
