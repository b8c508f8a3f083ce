import { readValues } from '../../src/seal/values';
import { REMEDY } from '../config/remedy';

const KNOWN = [
  'root.accesskey',
  'root.secretkey',
  'runners.main.accesskey',
  'runners.main.secretkey',
  'runners.main.previous',
  'runners.main.token',
];
const read = (text: string) => readValues(text, KNOWN);

test('A value is all behind the first "=", as it is', () => {
  const { values, faults } = read(
    `root.secretkey=a=b "c' # \\n: {x}`.replaceAll(' ', '_') + '\n\nroot.accesskey=therootuser',
  );
  expect(faults).toEqual([]);
  expect([...values]).toEqual([
    ['root.secretkey', `a=b_"c'_#_\\n:_{x}`],
    ['root.accesskey', 'therootuser'],
  ]);
});

const SECRET = 'verysecretvalue1';

test.each([
  ['white space at its end', `root.secretkey=${SECRET} `, 'Cannot use this value'],
  ['white space at its beginning', `root.secretkey= ${SECRET}`, 'Cannot use this value'],
  ['a carriage return', `root.secretkey=${SECRET}\r\n`, 'Cannot use this value'],
  ['a control character', `root.secretkey=${SECRET}\u0000`, 'Cannot use this value'],
  ['nothing', 'root.secretkey=', 'Cannot use an empty value'],
  ['what MinIO refuses as an access key', `root.accesskey=${SECRET},a`, 'Cannot use this access key'],
  ['a previous key that was none', `runners.main.previous=${SECRET},a`, 'Cannot use this access key'],
  ['a token of a person', `runners.main.token=glpat-${SECRET}`, 'Cannot use this kind of token'],
])('%s is refused and not shown', (_, text, message) => {
  const { values, faults } = read(text);
  expect(values.size).toBe(0);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ line: 1, name: text.slice(0, text.indexOf('=')) });
  expect(faults[0]!.message).toMatch(REMEDY);
  expect(faults[0]!.message).toContain(message);
  expect(JSON.stringify(faults)).not.toContain(SECRET);
});

test.each([
  ['a line that is a value alone', SECRET, 'Cannot read this line: expected a name and a value'],
  ['a value that ends in "="', `${SECRET}==`, 'Unknown name; expected one of "root.accesskey"'],
  ['a name with a slip', `runners.mian.token=${SECRET}`, 'Unknown name; did you mean "runners.main.token"?'],
  ['a runner that is not sealed', `runners.web.accesskey=${SECRET}`, 'Unknown name; '],
])('%s is told by its line alone', (_, text, message) => {
  const { faults } = read(`\n${text}\n`);
  expect(faults).toEqual([{ line: 2, name: '', message: expect.stringContaining(message) as string }]);
  expect(JSON.stringify(faults)).not.toContain(SECRET);
});

test('A name stands once, and an access key too; a secret key may be the same', () => {
  const text = (name: string, value: string) =>
    `root.accesskey=abc\nroot.secretkey=${SECRET}\n${name}=${value}`;
  expect(read(text('root.secretkey', 'another-value')).faults).toEqual([
    { line: 3, name: 'root.secretkey', message: 'Cannot use a name twice: keep one of them' },
  ]);
  expect(read(text('runners.main.accesskey', 'abc')).faults.map(({ line }) => line)).toEqual([3]);
  expect(read(text('runners.main.accesskey', 'abcd')).faults).toEqual([]);
  expect(read(text('runners.main.secretkey', SECRET)).faults).toEqual([]);
});

test('All lines are judged', () => {
  expect(read('a=b\nroot.accesskey=x\nc').faults.map(({ line }) => line)).toEqual([1, 2, 3]);
});
