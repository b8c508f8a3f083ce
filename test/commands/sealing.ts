import { certificateOf, rsaPair } from '../seal/certificates';

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
