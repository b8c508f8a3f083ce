import { stringify } from 'yaml';
import { parseConfiguration } from '../../src/config/parse';
import { formatFaults } from '../../src/config/fault';
import { judge } from '../../src/config/parse';
import { withCiphertext, withoutFileFaults } from '../../src/config/sealed';
import type { SealedEntries } from '../../src/model/sealed';
import { modelOf } from '../manifests/load';
import { REMEDY } from './remedy';

const below = (text: string) => `gitlab: { url: https://gitlab.example.com }\n${text}\n`;
const SEALED = 'credentials: { kind: sealed }\nrunners: [{ token: { kind: sealed } }]';

/** The file that fits a configuration. */
const fileFor = (text: string) => fileOf(modelOf(below(text)).sealed);
const fileOf = (sealed: SealedEntries) => stringify({ sealed }, { lineWidth: 0 });

/** What is said of a configuration and the file beside it. */
function told(text: string, sealed: string | undefined): readonly string[] {
  const { model, faults } = withCiphertext(parseConfiguration(below(text)), {
    name: 'c.sealed.yaml',
    text: sealed,
  });
  expect(model === undefined).toBe(faults.length > 0);
  for (const { message } of faults) expect(message).toMatch(REMEDY);
  return formatFaults('c.yaml', faults).split('\n').filter(Boolean);
}

test('Ciphertext that fits becomes a part of the model', () => {
  expect(told(SEALED, fileFor(SEALED))).toEqual([]);
  const { model } = withCiphertext(parseConfiguration(below(SEALED)), { name: 'f', text: fileFor(SEALED) });
  expect(Object.keys(model!.sealed)).toEqual([
    'root',
    'runners.main',
    'runners.main.store',
    'runners.main.token',
  ]);
});

test('Where nothing is sealed, nobody looks at the file', () => {
  expect(told('', 'no: [sense')).toEqual([]);
});

test('Without the file, each value is missing, where the configuration asks for it', () => {
  expect(told(SEALED, undefined).map((line) => line.replace(/ +/g, ' '))).toEqual([
    'c.yaml:2:22 credentials.kind Missing ciphertext of Secret "minio-root" in namespace "minio" (strict): expected it in c.sealed.yaml; give "root.accesskey", "root.secretkey" to `runner-cache seal`',
    'c.yaml:2:22 credentials.kind Missing ciphertext of Secret "s3access" in namespace "gitlab-runner" (strict): expected it in c.sealed.yaml; give "runners.main.accesskey", "runners.main.secretkey" to `runner-cache seal`',
    'c.yaml:2:22 credentials.kind Missing ciphertext of Secret "s3access" in namespace "minio" (strict): expected it in c.sealed.yaml; give "runners.main.accesskey", "runners.main.secretkey" to `runner-cache seal`',
    'c.yaml:3:28 runners[0].token.kind Missing ciphertext of Secret "gitlab-runner-token" in namespace "gitlab-runner" (strict): expected it in c.sealed.yaml; give "runners.main.token" to `runner-cache seal`',
  ]);
});

test('Keys of another rotation are refused: the manager would roll onto old ones', () => {
  const of = (rotation: number) => `credentials: { kind: sealed, rotation: ${String(rotation)} }`;
  expect(told(of(2), fileFor(of(2)))).toEqual([]);
  const lines = told(of(2), fileFor(of(1)));
  expect(lines.map((line) => line.replace(/^\S+ +/, '').replace(/ +/g, ' '))).toEqual(
    [
      ['runners.main', 'gitlab-runner'],
      ['runners.main.store', 'minio'],
    ].map(
      ([name, namespace]) =>
        `sealed.${String(name)}.rotation Cannot use keys of rotation 1 for rotation 2: expected new ones for Secret "s3access" in namespace "${String(namespace)}" (strict), sealed with \`runner-cache seal\``,
    ),
  );
  const without = fileFor(of(1)).replaceAll(/^ *rotation: 1\n/gm, '');
  expect(
    told(of(1), without).filter((line) => line.includes('Cannot use keys of rotation none')),
  ).toHaveLength(2);
});

const credentials = (scope: string) => `credentials: { kind: sealed, scope: ${scope} }`;

describe('What was sealed for another place is refused, unless its scope lets it be opened there', () => {
  const cases = [
    ['a namespace', 'strict', 'store: { namespace: storage }', 2],
    ['a namespace', 'namespace-wide', 'store: { namespace: storage }', 2],
    ['a namespace', 'cluster-wide', 'store: { namespace: storage }', 0],
    ['the name of a copy, by a second runner', 'strict', 'runners: [{}, { name: b }]', 1],
    ['the name of a copy, by a second runner', 'namespace-wide', 'runners: [{}, { name: b }]', 0],
  ] as const;

  test.each(cases)('%s that changes, %s', (_, scope, change, count) => {
    const before = fileFor(credentials(scope));
    const lines = told(`${credentials(scope)}\n${change}`, before);
    const unfit = lines.filter((line) => line.includes('Cannot open ciphertext of'));
    expect(unfit).toHaveLength(count);
    for (const line of unfit) {
      expect(line).toMatch(/^c\.sealed\.yaml:\d+:\d+ .* with `runner-cache seal --replace`$/);
      const [, row, column] = /:(\d+):(\d+)/.exec(line)!;
      expect(before.split('\n')[Number(row) - 1]!.slice(Number(column) - 1)).toMatch(
        /^(?:minio-root|s3access)$/,
      );
    }
  });

  test('another scope', () => {
    const lines = told(credentials('cluster-wide'), fileFor(credentials('strict')));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain(
      'Cannot open ciphertext of Secret "minio-root" in namespace "minio" (strict) as Secret "minio-root" in namespace "minio" (cluster-wide): expected it sealed again',
    );
  });

  test('another key of the Secret', () => {
    const before = fileFor('runners: [{ token: { kind: sealed } }]');
    const [line, ...more] = told('runners: [{ token: { kind: sealed, key: value } }]', before);
    expect(more).toEqual([]);
    expect(line).toMatch(
      /^c\.sealed\.yaml:\d+:\d+ +sealed\.runners\.main\.token\.values +Cannot use these values: expected "value"/,
    );
  });
});

/** Each line stands for nine times the line before. */
const BOMB = [`a: &a [${'x,'.repeat(90)}]`]
  .concat(
    ['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map(
      (pair) => `${pair.slice(1)}: &${pair.slice(1)} [${`*${pair.slice(0, 1)},`.repeat(9)}]`,
    ),
  )
  .join('\n');

describe('A file that nobody but `seal` should write is refused where it was changed, without being shown', () => {
  const good = fileFor('runners: [{ token: { kind: sealed } }]');
  const [ciphertext] = /AQ\S+/.exec(good)!;

  test.each([
    ['a value in clear', good.replace(ciphertext, 'glrt-abcdefghijk'), 'Cannot use this as ciphertext'],
    [
      'a value that is cut off',
      good.replace(ciphertext, ciphertext.slice(0, 300)),
      'Cannot use this as ciphertext',
    ],
    [
      'a value with a blank',
      good.replace(ciphertext, `${ciphertext.slice(0, 40)} ${ciphertext.slice(40)}`),
      'Cannot use this as ciphertext',
    ],
    [
      'an unknown scope',
      good.replace('strict', 'any'),
      'Cannot read this: expected what `runner-cache seal` writes',
    ],
    [
      'a strange key',
      good.replace('secret:', 'secretkey:'),
      'Cannot read this: expected what `runner-cache seal` writes',
    ],
    ['another file', 'apiVersion: v1\n', 'Cannot read this: expected what `runner-cache seal` writes'],
    ['an empty file', '', 'Cannot read this: expected what `runner-cache seal` writes'],
    ['no YAML', 'sealed: [', 'Missing "]" of the list that begins here'],
    ['a bomb', BOMB, 'Cannot read this'],
  ])('%s', (_, text, message) => {
    const lines = told('runners: [{ token: { kind: sealed } }]', text);
    expect(lines.join('\n')).toContain(message);
    expect(lines.join('\n')).not.toContain('glrt-abc');
    for (const line of lines) expect(line).toMatch(/^c\.sealed\.yaml:\d+:\d+ /);
  });
});

test('A configuration from TypeScript has no file, and says so once for each kind', () => {
  const { model } = judge({
    gitlab: { url: 'https://gitlab.example.com' },
    credentials: { kind: 'sealed' },
    runners: [{ token: { kind: 'sealed' } }],
  });
  expect(withoutFileFaults(model!).map(({ path }) => path)).toEqual([
    ['credentials', 'kind'],
    ['runners', 0, 'token', 'kind'],
  ]);
});
