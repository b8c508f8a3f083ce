import { formatFaults } from '../../src/config/fault';
import { parseConfiguration } from '../../src/config/parse';
import { CACHE_1 } from './faults/cache-1';
import { CACHE_2 } from './faults/cache-2';
import type { Wrong } from './faults/case';
import { CLUSTER_1 } from './faults/cluster-1';
import { CLUSTER_2 } from './faults/cluster-2';
import { CREDENTIALS } from './faults/credentials';
import { DELIVERY } from './faults/delivery';
import { GITLAB } from './faults/gitlab';
import { IMAGES } from './faults/image';
import { OUTSIDE } from './faults/outside';
import { RUNNERS_1 } from './faults/runners-1';
import { RUNNERS_2 } from './faults/runners-2';
import { SETTINGS_1 } from './faults/settings-1';
import { SETTINGS_2 } from './faults/settings-2';
import { SEVERAL } from './faults/several';
import { STORE_1 } from './faults/store-1';
import { STORE_2 } from './faults/store-2';
import { TOKENS } from './faults/token';
import { YAML_1 } from './faults/yaml-1';
import { YAML_2 } from './faults/yaml-2';
import { REMEDY } from './remedy';

const TOPICS: readonly (readonly [string, readonly Wrong[]])[] = [
  ['What is no YAML, or has no one meaning, is refused before anything else', [...YAML_1, ...YAML_2]],
  ['GitLab needs an address that the runner can use as it is', GITLAB],
  ['Every wrong value of `cache` is told with what would do', [...CACHE_1, ...CACHE_2]],
  ['Every wrong value of `store` is told with what would do', [...STORE_1, ...STORE_2]],
  ['An image is named so that it can be pulled, and pulled again', IMAGES],
  ['Every wrong value of `runners` is told with what would do', [...RUNNERS_1, ...RUNNERS_2]],
  ["A runner's token is refused without being shown", TOKENS],
  ["Settings of the runner are checked against the runner's own list", [...SETTINGS_1, ...SETTINGS_2]],
  ['Keys are refused without being shown', CREDENTIALS],
  ['What lies in a store or in ciphertext is refused without being shown', OUTSIDE],
  ['Every wrong value of the other keys is told with what would do', [...CLUSTER_1, ...CLUSTER_2]],
  ['Every wrong value of `delivery` is told with what would do', DELIVERY],
  ['Several faults are told at once, in the order of the file', SEVERAL],
];

describe.each(TOPICS)('%s', (_, cases) => {
  test.each(cases.map(({ text, faults }) => [shortOf(text), text, faults] as const))(
    '%s',
    (_name, text, faults) => {
      expect(told(text)).toEqual(faults);
    },
  );
});

const ALL = TOPICS.flatMap(([, cases]) => cases);

test('A message says what to type: every one has a remedy', () => {
  expect(ALL.flatMap(({ faults }) => faults).filter((fault) => !REMEDY.test(fault))).toEqual([]);
});

const SECRETS =
  /verysecret|rootrootroot|runnerkey|glrt-?_?a|glpat-|12345678|GR1348941|user:pass|minioadmin|key=value/;

test('No message has a piece of a secret, wherever in the file it stands', () => {
  const secret = ALL.filter(({ text }) => SECRETS.test(text));
  expect(secret.length).toBeGreaterThan(35);
  for (const { text } of secret) expect(told(text).join('\n')).not.toMatch(SECRETS);
});

test('Wherever a secret is misplaced by one key, it is not shown', () => {
  const value = 'SECRETsecret1234';
  const places = [
    `credentials: ${value}`,
    `credentials: [${value}]`,
    `credentials: { kind: ${value} }`,
    `credentials: { kind: plaintext, allowPlaintext: ${value} }`,
    `credentials: { kind: plaintext, root: ${value} }`,
    `credentials: { kind: plaintext, runners: ${value} }`,
    `credentials: { kind: generated, rotation: ${value} }`,
    `runners: [{ token: ${value} }]`,
    `runners: [{ token: { kind: ${value} } }]`,
    `runners: [{ token: { kind: existing, secret: glrt-${value} } }]`,
    `runners: [{ token: { kind: existing, key: glrt-${value} } }]`,
    `runners: [{ settings: { token: ${value} } }]`,
    `runners: [{ settings: { environment: TOKEN=${value} } }]`,
    `runners: [{ settings: { environment: { TOKEN: ${value} } } }]`,
    `runners: [{ settings: { environment: [TOKEN ${value}] } }]`,
    `runners: [{ settings: { environment: [AWS_SECRET_ACCESS_KEY=${value}] } }]`,
    `gitlab: { url: "https://me:${value}@gitlab.example.com" }`,
    `credentials: { kind: plaintext, root: { secretkey:${value} } }`,
    `credentials: { kind: plaintext, root: { secretkey=${value} } }`,
    `credentials: { kind: plaintext, root: { ${value} } }`,
    `credentials: { kind: plaintext, root: { secretkey:${value}, secretkey:${value} } }`,
    `credentials: { kind: plaintext, root: { secretkey: ${value}: x } }`,
    `runners: [{ token: { value:${value} } }]`,
    `runners: [{ token: { kind: plaintext, value:${value} } }]`,
    `credentials: { kind: plaintext, root: { secretkey: "${value} }`,
    `credentials: { kind: plaintext, root: { secretkey: *${value} } }`,
    `credentials: { kind: plaintext, root: { secretkey: !${value} x } }`,
  ];
  for (const text of places) {
    const faults = told(`${text}\n`);
    expect(faults).not.toEqual([]);
    expect(faults.join('\n')).not.toContain(value);
  }
});

test('In print, the faults stand in the order of the file, one line each, in columns', () => {
  const { faults } = parseConfiguration('cache: { bucket: X, pth: a }\nstore: { nodes: 2 }\n');
  expect(formatFaults('runner-cache.yaml', faults)).toBe(
    [
      'runner-cache.yaml:1:1   gitlab        Missing: expected a map with "url", "caSecret" (The GitLab that gives the jobs)\n',
      'runner-cache.yaml:1:18  cache.bucket  Cannot use bucket name "X": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"\n',
      'runner-cache.yaml:1:21  cache.pth     Unknown key "pth"; did you mean "path"?\n',
      'runner-cache.yaml:2:17  store.nodes   Not built yet: store.nodes 2; use 1\n',
    ].join(''),
  );
});

function shortOf(text: string): string {
  return JSON.stringify(text.replace(/^gitlab: { url: .*\n(?=.)/, '').trimEnd());
}

/** `line:column  path  message`, in the order of the file. */
function told(text: string): string[] {
  const { faults } = parseConfiguration(text);
  return [...faults]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, path, message }) =>
      [`${String(line)}:${String(column)}`, ...(path === '' ? [] : [path]), message].join('  '),
    );
}
