import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/checks/catalog';
import { page } from './pages';

interface Generator {
  readonly checkPages: (rules: typeof RULES) => ReadonlyMap<string, string>;
}

const { checkPages } = jest.requireActual<Generator>('../../docs/check-pages');
const PAGES = checkPages(RULES);

test('docs/checks has a page for each check, and no other; `npm run docs` writes them', () => {
  const files = readdirSync(join(__dirname, '..', '..', 'docs', 'checks'));
  expect(files.sort()).toEqual([...PAGES.keys()].sort());
});

test.each([...PAGES])('docs/checks/%s is what its check says', (file, text) => {
  expect(page(`docs/checks/${file}`)).toBe(text);
});
