import type { YAMLError } from 'yaml';

/** What the parser says, in our words: what to type, and never a piece of the text, which may be a secret. */
export function syntaxMessage({ code, message }: YAMLError): string {
  const [, , words] = WORDS.find(([known, detail]) => known === code && detail.test(message)) ?? [];
  return (
    words ?? 'Cannot read this as YAML: expected "key: value"; put text with special characters in quotes'
  );
}

/** The first row that fits wins. */
const WORDS: readonly (readonly [YAMLError['code'], RegExp, string])[] = [
  ['TAB_AS_INDENT', /./, 'Cannot indent with a tab: expected spaces'],
  [
    'MULTIPLE_DOCS',
    /./,
    'Cannot use a second document: expected one configuration a file; remove "---" or "..." and what is below it',
  ],
  ['MISSING_CHAR', /quote$/, 'Missing closing quote of the text that begins here'],
  ['MISSING_CHAR', /^Flow map/, 'Missing "}" of the map that begins here'],
  ['BAD_INDENT', /^Flow map/, 'Missing "}" of the map that begins here'],
  ['MISSING_CHAR', /^Flow sequence/, 'Missing "]" of the list that begins here'],
  ['BAD_INDENT', /^Flow sequence/, 'Missing "]" of the list that begins here'],
  ['MISSING_CHAR', /^Implicit map keys/, 'Missing ":" after this key: expected "key: value"'],
  ['MISSING_CHAR', /^Missing space after/, 'Missing space after ":"'],
  ['MISSING_CHAR', /^Missing ,/, 'Missing "," between two items'],
  ['MISSING_CHAR', /^Comments/, 'Missing space before "#"'],
  [
    'BAD_INDENT',
    /./,
    'Cannot read this indentation: expected the keys of one map, and the items of one list, in one column',
  ],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    /./,
    'Cannot use ":" inside of a value: expected quotes around the value, or the next key in the column of its map',
  ],
  ['MULTILINE_IMPLICIT_KEY', /./, 'Cannot read this key: expected "key: value" in one line'],
  ['BAD_DIRECTIVE', /./, 'Cannot use a line that begins with "%": remove it'],
  ['BAD_SCALAR_START', /./, 'Cannot begin a value with this character: expected quotes around the value'],
  ['BAD_DQ_ESCAPE', /./, 'Cannot read this escape: expected single quotes around text with a backslash'],
  [
    'TAG_RESOLVE_FAILED',
    /./,
    'Cannot use a tag: expected a plain value; put text that begins with "!" in quotes',
  ],
  ['UNEXPECTED_TOKEN', /./, 'Cannot read what stands here: expected nothing more after the value'],
];
