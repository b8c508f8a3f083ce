import { parseConfiguration } from '../../src/config/parse';
import { measured } from '../cpu';

/** What is longest for its length to judge: each row cost minutes, or the process, before there were bounds. */
const ROWS: readonly (readonly [name: string, part: (index: number) => string, fault: RegExp])[] = [
  ['lines with a tab', () => '\tx: 1\n', /indent with a tab/],
  ['lists that are not closed', () => 'cache: [\n', /Missing "\]"|at most 60 levels/],
  ['text behind quotes', () => "cache: 'a' b\n", /nothing more after the value/],
  ['tags', () => 'cache: !a b\n', /Cannot use a tag/],
  ['keys that nobody knows', (index) => `key${index}: 1\n`, /Unknown key/],
  ['one key many times', () => 'cache: {}\n', /twice in one map/],
  ['aliases of nothing', (index) => `k${index}: *a${index}\n`, /more than 1000 aliases/],
  [
    'aliases in a chain',
    (index) => `k${index}: &a${index} [${index === 0 ? '' : `*a${index - 1}`}]\n`,
    /more than 1000 aliases/,
  ],
  ['documents', () => '---\n', /second document/],
  ['lines of one word', () => 'x\n', /Missing ":"/],
  ['empty lines', () => '\n', /^$/],
  ['comments', () => '# a\n', /^$/],
];

const HEAD = 'gitlab: { url: https://gitlab.example.com }\n';
const LONGEST = 2 ** 17;
/** The longest of them takes a second, on a busy machine five. */
const PATIENCE_MS = 20_000;

test.each(ROWS)('The longest file of %s is judged in time', (_, part, fault) => {
  const { faults, spentMs } = judged(HEAD + longest(part));
  expect(spentMs).toBeLessThan(PATIENCE_MS);
  expect(faults.length).toBeLessThanOrEqual(1000);
  expect(faults[0]?.message ?? '').toMatch(fault);
});

/** As many whole parts as there is room for. */
function longest(part: (index: number) => string): string {
  let text = '';
  for (let index = 0; HEAD.length + text.length + part(index).length <= LONGEST; index++) text += part(index);
  return text;
}

test('Five hundred runners are judged in time, and one more is refused', () => {
  const runners = Array.from({ length: 501 }, (_, index) => `  - { name: r${index} }\n`);
  const { faults, spentMs } = judged(`${HEAD}runners:\n${runners.slice(1).join('')}`);
  expect([faults, spentMs < PATIENCE_MS]).toEqual([[], true]);
  expect(judged(`${HEAD}runners:\n${runners.join('')}`).faults).toEqual([
    {
      line: 3,
      column: 3,
      path: 'runners',
      message: 'Cannot use a list: expected a list of 1 to 500 items, each behind "- "',
    },
  ]);
});

test('A file that is longer is refused before it is read', () => {
  expect(parseConfiguration('#'.repeat(LONGEST + 1)).faults).toEqual([
    {
      line: 1,
      column: 1,
      path: '',
      message: 'Cannot use a file of 131073 characters: expected at most 131072',
    },
  ]);
});

const DEEP = [
  ['lists', '[', ']'],
  ['maps', '{a: ', '}'],
  ['lists that are not closed', '[', ''],
  ['items in one line', '- ', ''],
] as const;

test.each(DEEP)('10,000 %s inside of each other are refused where they pass 60 levels', (_, open, close) => {
  const { faults } = parseConfiguration(`cache:\n  ${open.repeat(10_000)}x${close.repeat(10_000)}\n`);
  expect(faults.map(({ line, message }) => [line, message])).toEqual([
    [2, 'Cannot use maps and lists inside of each other so often: expected at most 60 levels'],
  ]);
});

function judged(text: string) {
  const { value, spentMs } = measured(() => parseConfiguration(text));
  return { faults: value.faults, spentMs };
}
