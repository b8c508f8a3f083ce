import { FILE_CHECKS } from '../../../src/checks/files';
import { found } from '../case';

const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\n';
const told = (text: string): string[] => found(text, FILE_CHECKS).map(({ check }) => check);

test('a folder above 10 MB is told, one below is not', () => {
  const large = `${OBJECT}data:\n  text: ${'x'.repeat(5_100_000)}\n`;
  expect(told(`#@ a.yaml\n${large}`)).toEqual([]);
  expect(told(`#@ a.yaml\n${large}\n#@ b.yaml\n${large}`)).toEqual(['tree-too-large']);
});

test.each([
  ['an empty List', 'apiVersion: v1\nkind: List\nitems: []\n'],
  ['a file that Argo CD is told to skip', '# +argocd:skip-file-rendering\nsome: thing\n'],
  ['a comment between two separators', `${OBJECT}---\n# nothing\n---\n`],
  [
    'a template of others in a ConfigMap',
    `${OBJECT}data:\n  page: "{{ .Values.a }} {{ include \\"b\\" }}"\n`,
  ],
  ['Windows line ends', OBJECT.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${OBJECT}`],
  ['other files', `${OBJECT}#@ README.md\n#@ .gitignore\n#@ run.sh\n`],
  ['the values of a chart', `${OBJECT}#@ values.yaml\nimage: minio\n`],
])('%s is no fault', (_, text) => {
  expect(told(text)).toEqual([]);
});

test('of the braces of a template people are told that something fills them in', () => {
  const [broken] = found(`${OBJECT}data: {{pillar}}\n`, FILE_CHECKS);
  expect(broken?.message).toBe('Cannot read this as YAML: a map stands where a key belongs');
  expect(broken?.remedy).toContain('braces');
  expect(found(`${OBJECT}data: { a: b: c }\n`, FILE_CHECKS)[0]?.remedy).toBe('mend the syntax here');
});
