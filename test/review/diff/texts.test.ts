import { changed } from './changed';

function map(kind: string, key: string, text: string, more = ''): string {
  const body = text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return `apiVersion: v1\nkind: ${kind}\nmetadata: { name: a, namespace: b }\n${more}${kind === 'Secret' ? 'stringData' : 'data'}:\n  ${key}: |\n${body}\n`;
}

const toml = (text: string): string => map('ConfigMap', 'config.toml', text);
const json = (text: string): string => map('ConfigMap', 'policy.json', text);
const script = (text: string): string => map('ConfigMap', 'setup.sh', text);

const RUNNER =
  'concurrent = 4\n[[runners]]\nname = "main"\nlimit = 2\n[runners.cache.s3]\nBucketName = "old"';
const OTHER =
  '# cache\nconcurrent=4\n[[runners]]\n  limit = 2\n  name = \'main\'\n  [runners.cache]\n    s3 = { BucketName = "old" }';
const POLICY =
  '{"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":["x"]}]}';
const OTHER_POLICY =
  '{ "Statement": [{"Effect":"Allow","Sid":"a","Action":["s3:PutObject","s3:GetObject"],"Resource":"x"}], "Version": "2012-10-17" }';
const RULES = '{"Rules":[{"ID":"one","Expiration":{"Days":30}},{"ID":"two","Expiration":{"Days":9}}]}';

test.each([
  ['TOML', toml(RUNNER), toml(OTHER)],
  ['a policy', json(POLICY), json(OTHER_POLICY)],
  [
    'rules of a lifecycle',
    json(RULES),
    json('{"Rules":[{"ID":"two","Expiration":{"Days":9}},\n{"Expiration":{"Days":30},"ID":"one"}]}'),
  ],
  ['TOML of a Secret', map('Secret', 'config.toml', RUNNER), map('Secret', 'config.toml', OTHER)],
])('It is no change to write %s in another way', (_, one, other) => {
  expect(changed(one, other)).toEqual({ fields: [], ids: ['spelling'] });
});

test.each([
  [
    'a setting of a runner',
    toml(RUNNER),
    toml(RUNNER.replace('old', 'new')),
    ['data."config.toml" › runners[main].cache.s3.BucketName: "old" → "new"'],
  ],
  [
    'a runner before another one',
    toml(RUNNER),
    toml(RUNNER.replace('[[runners]]', '[[runners]]\nname = "first"\n[[runners]]')),
    ['data."config.toml" › runners[first]: absent → {"name":"first"}'],
  ],
  [
    'a right of a policy',
    json(POLICY),
    json(POLICY.replace('s3:PutObject', 's3:*')),
    ['data."policy.json" › Statement[a].Action[0]: "s3:PutObject" → "s3:*"'],
  ],
  [
    'the days of a rule',
    json(RULES),
    json(RULES.replace('30', '7')),
    ['data."policy.json" › Rules[one].Expiration.Days: 30 → 7'],
  ],
  [
    'lines of a script',
    script('set -e\nmc mb a\nmc ls a'),
    script('set -e\nmc ls a\nmc rb a\nexit'),
    [
      'data."setup.sh" › [line 2]: "mc mb a" → absent',
      'data."setup.sh" › [lines 3-4]: absent → "mc rb a\\nexit"',
    ],
  ],
  ['a text of one line', script('a'), script('b'), ['data."setup.sh": "a\\n" → "b\\n"']],
  [
    'JSON that is none any more',
    json('{"a":1}'),
    json('{"a":}'),
    ['data."policy.json": "{\\"a\\":1}\\n" → "{\\"a\\":}\\n"'],
  ],
  [
    'a setting of a runner in a Secret, by its place',
    map('Secret', 'config.toml', RUNNER),
    map('Secret', 'config.toml', RUNNER.replace('old', 'new')),
    ['data."config.toml" › runners[0].cache.s3.BucketName: "old" → "new"'],
  ],
])('Told is %s', (_, one, other, fields) => {
  expect(changed(one, other).fields).toEqual(fields);
});

test('A ConfigMap that nobody may change is compared letter by letter', () => {
  const [one, other] = [RUNNER, OTHER].map((text) =>
    map('ConfigMap', 'config.toml', text, 'immutable: true\n'),
  );
  expect(changed(one!, other!).ids).toContain('data-immutable');
});

test('The body of a key is not told apart from its first line', () => {
  const key = (body: string): string => `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----`;
  expect(changed(script(key('abc')), script(key('def'))).fields).toHaveLength(1);
  expect(changed(script(key('abc')), script(key('def'))).fields[0]).toMatch(/^data\."setup.sh": "-----BEGIN/);
});

test('Other scripts of a Secret stay whole, and so does what is below no ConfigMap', () => {
  const [one, other] = ['a\nb', 'a\nc'].map((text) => map('Secret', 'setup.sh', text));
  expect(changed(one!, other!).fields).toEqual(['data."setup.sh": "YQpiCg==" → "YQpjCg=="']);
});
