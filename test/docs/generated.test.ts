import { join } from 'node:path';
import { graph } from '../../src/commands/graph';
import { editorSchema, jsonSchema } from '../../src/config/json-schema';
import { reference, withParts } from '../../src/config/reference';
import { RISKS } from '../../src/review/risk/catalog';
import { CLASSES, MEANINGS } from '../../src/review/risk/classes';
import { page } from './pages';

test('docs/configuration.md has the tables of the schema; `npm run docs` writes them', () => {
  const text = page('docs/configuration.md');
  expect(text).toBe(withParts(text, reference(jsonSchema())));
});

test('runner-cache.schema.json is the schema; `npm run docs` writes it', () => {
  expect(page('runner-cache.schema.json')).toBe(`${JSON.stringify(editorSchema(), undefined, 2)}\n`);
});

interface Generator {
  readonly riskPage: (risks: typeof RISKS, classes: typeof CLASSES, meanings: typeof MEANINGS) => string;
}

test('docs/risks.md is what the rows say; `npm run docs` writes it', () => {
  const { riskPage } = jest.requireActual<Generator>('../../docs/risk-page');
  expect(page('docs/risks.md')).toBe(riskPage(RISKS, CLASSES, MEANINGS));
});

test('the JSON Schema is of draft 2020-12', () => {
  expect(JSON.parse(page('runner-cache.schema.json'))).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
  });
});

const MARKED = 'a\n<!-- begin one part -->\nold\n<!-- end one part -->\nb\n';

test('a part takes the place of what stands between its marks', () => {
  const text = withParts(MARKED, new Map([['one part', 'new $& text\n']]));
  expect(text).toBe('a\n<!-- begin one part -->\n\nnew $& text\n\n<!-- end one part -->\nb\n');
  expect(withParts(text, new Map([['one part', 'new $& text\n']]))).toBe(text);
});

test.each([
  [
    'a part without marks',
    new Map([
      ['one part', ''],
      ['other', ''],
    ]),
    '"other" has no marks',
  ],
  ['marks without a part', new Map<string, string>(), '"one part" has no text'],
])('%s is refused', (_, parts, message) => {
  expect(() => withParts(MARKED, parts)).toThrow(message);
});

test('every key of the schema has a row, also those of other kinds', () => {
  const text = [...reference(jsonSchema()).values()].join('\n');
  const keys = ['storageClass', 'image.digest', 'jobs.docker', 'root.accesskey', 'runners.<name>.secretkey'];
  for (const key of keys) expect(text).toContain(`| \`${key}\` |`);
});

test('defaults stand in the tables, also those of a preset and of a kind', () => {
  const parts = reference(jsonSchema());
  expect(parts.get('store')).toMatch(/\| `image` \|.*\| `silo` \|/);
  expect(parts.get('store')).toMatch(/\| `kind: ephemeral` \| *\| this kind \|/);
  expect(parts.get('delivery')).toMatch(/\| `kind: plain` \| *\| this kind \|/);
  expect(parts.get('gitlab')).toMatch(/\| `url` \| URL \| \*\*required\*\* \|/);
});

test('docs/picture.svg is drawn from dist; `npm run docs` writes it', () => {
  expect(page('docs/picture.svg')).toBe(graph(join(__dirname, '..', '..', 'dist'), { format: 'svg' }).out);
});
