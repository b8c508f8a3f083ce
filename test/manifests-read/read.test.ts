import { manifestsOf } from '../../src/manifests/manifests';
import { documentsOf } from '../../src/manifests/source';
import type { Path, Value } from '../../src/manifests/value';

const valueOf = (text: string): Value =>
  documentsOf([{ path: 'a.yaml', text: `a: ${text}\n` }]).documents[0]!.value;

/** Each as `kubectl create --dry-run=client -o json` reads it. */
test.each<[string, Value]>([
  ['n', false],
  ['y', true],
  ['N', false],
  ['Y', true],
  ['no', false],
  ['yes', true],
  ['on', true],
  ['off', false],
  ['On', true],
  ['OFF', false],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['tRue', 'tRue'],
  ['null', null],
  ['~', null],
  ['Null', null],
  ['0644', 420],
  ['0o644', 420],
  ['0x1F', 31],
  ['-0x1F', -31],
  ['0b11', 3],
  ['-0b11', -3],
  ['08', 8],
  ['09', 9],
  ['019', 19],
  ['1_000', 1000],
  ['1__0', 10],
  ['_1', '_1'],
  ['1_', 1],
  ['1:30', '1:30'],
  ['190:20:30', '190:20:30'],
  ['1e3', 1000],
  ['1E3', 1000],
  ['1.5e3', 1500],
  ['.5', 0.5],
  ['5.', 5],
  ['+1', 1],
  ['+.5', 0.5],
  ['-.5', -0.5],
  ['1e', '1e'],
  ['2026-01-01', '2026-01-01'],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
  ['2026-01-01 00:00:00', '2026-01-01 00:00:00'],
  ['0.1', 0.1],
  ['00', 0],
  ['0', 0],
  ['-0', 0],
  ['+0', 0],
  ['007', 7],
  ['1.0', 1],
  ['9223372036854775807', 9223372036854775807],
  ['9223372036854775808', 9223372036854776000],
  ['18446744073709551616', 18446744073709552000],
  ['0x', '0x'],
  ['0b', '0b'],
  ['0b2', '0b2'],
  ['+0x10', 16],
  ['0o8', '0o8'],
  ['1', 1],
  ['=', '='],
  ['!!str 5', '5'],
  ['!!int "5"', 5],
  ['!!float 5', 5],
  ['!!bool yes', true],
  ['1,000', '1,000'],
  ['12e03', 12000],
  ['1_0.5', 10.5],
  ['0777_7', 4095],
  ['-0644', -420],
  ['+0644', 420],
  ['0_7', 7],
  ['-1_0', -10],
  ['nan', 'nan'],
  ['inf', 'inf'],
  ['.5_0', 0.5],
  ['1.5_0', 1.5],
  ['0x_1', 1],
  ['1e400', '1e400'],
])('%s is read as kubectl does', (text, value) => {
  expect(valueOf(text)).toEqual({ a: value });
});

const placeOf = (text: string, path: Path, part: 'key' | 'value'): string => {
  const { line, column } = documentsOf([{ path: 'a.yaml', text }]).documents[0]!.placeOf(path, part);
  return `${String(line)}:${String(column)}`;
};

test.each<[string, string, Path, 'key' | 'value', string]>([
  ['a key', 'a:\n  b: c\n', ['a', 'b'], 'key', '2:3'],
  ['a value', 'a:\n  b: c\n', ['a', 'b'], 'value', '2:6'],
  ['an item of a list', 'a:\n  - b\n  - c\n', ['a', 1], 'value', '3:5'],
  ['a quoted key', 'a:\n  "b": c\n', ['a', 'b'], 'value', '2:8'],
  ['a flow map', 'a: { b: { c: d } }\n', ['a', 'b', 'c'], 'key', '1:11'],
  ['behind Windows line ends', 'a:\r\n  b: c\r\n', ['a', 'b'], 'value', '2:6'],
  ['behind letters beyond ASCII', 'ä:\n  "ö": ü\n', ['ä', 'ö'], 'value', '2:8'],
  ['inside of an alias', 'a: &x { b: c }\nd: *x\n', ['d', 'b'], 'value', '2:4'],
  ['what is not there', 'a:\n  b: c\n', ['a', 'z'], 'value', '2:3'],
])('%s has its place', (_, text, path, part, place) => {
  expect(placeOf(text, path, part)).toBe(place);
});

const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';
const names = (text: string): string[] =>
  manifestsOf([{ path: 'a.yaml', text }]).manifests.map(({ name }) => name);

test('a broken document leaves the others readable', () => {
  const text = `${OBJECT}---\na: b: c\n---\n${OBJECT}`;
  expect(names(text)).toEqual(['a', 'a']);
  expect(manifestsOf([{ path: 'a.yaml', text }]).faults.map(({ place }) => place.line)).toEqual([5]);
});

test('a List stands for its items, also inside of a List', () => {
  const list = (item: string): string =>
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [JSON.parse(item)] });
  const item = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}';
  expect(names(list(list(item)))).toEqual(['a']);
});

test('a file that Argo CD is told to skip is not read', () => {
  expect(names(`# +argocd:skip-file-rendering\n${OBJECT}`)).toEqual([]);
});

test('10,000 objects are read in order', () => {
  const text = Array.from({ length: 10_000 }, (_, index) =>
    OBJECT.replace('name: a', `name: a${String(index)}`),
  ).join('---\n');
  expect(names(text).at(-1)).toBe('a9999');
});

/** Each as sigs.k8s.io/yaml 1.4 reads it. */
test.each([
  ['a bracket below its key', 'a: [\n  "x",\n]\nb: 1\n', ['x']],
  ['a quoted text that goes on below its key', "a: 'x\ny'\nb: 1\n", 'x y'],
  ['braces below their key', 'a: {\nx: 1\n}\nb: 1\n', { x: 1 }],
])('%s is read, and what follows keeps its place', (_, text, value) => {
  const { documents } = documentsOf([{ path: 'a.yaml', text }]);
  expect(documents[0]?.value).toEqual({ a: value, b: 1 });
  expect(documents[0]?.placeOf(['b'], 'key')).toEqual({ line: text.split('\n').length - 1, column: 1 });
});

test('a bracket that nothing closes is no YAML, wherever its lines begin', () => {
  const { faults } = documentsOf([{ path: 'a.yaml', text: 'a: [\n"x"\nb: 1\n' }]);
  expect(faults).toHaveLength(1);
});
