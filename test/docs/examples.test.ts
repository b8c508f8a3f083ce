import { parse, parseAllDocuments } from 'yaml';
import { judge, parseConfiguration } from '../../src/config/parse';
import { jsonSchema } from '../../src/config/json-schema';
import { blocks, page, PAGES } from './pages';

const GITLAB = { gitlab: { url: 'https://gitlab.example.com' } };
const KEYS = Object.keys(jsonSchema().properties ?? {});

/** The configurations, and parts of one, that pages show. */
const SHOWN = PAGES.flatMap((path) =>
  blocks(path, 'yaml')
    .filter((text) => parseAllDocuments(text).length === 1)
    .filter((text) => Object.keys(parse(text) as object).every((key) => KEYS.includes(key)))
    .map((text): [string, string] => [path, text]),
);
/** The file that shows how a fault reads. */
const REFUSED = 'My_Cache';

test('pages show configurations', () => {
  expect(SHOWN.length).toBeGreaterThan(8);
});

test.each(SHOWN.filter(([, text]) => !text.includes(REFUSED)))('%s shows what is accepted: %s', (_, text) => {
  const { faults } = judge({ ...GITLAB, ...(parse(text) as object) });
  expect(faults).toEqual([]);
});

test('the whole file says the defaults', () => {
  const whole = blocks('docs/configuration.md', 'yaml')[0];
  expect(parseConfiguration(String(whole)).model).toEqual(judge(GITLAB).model);
});

test('the whole file has every key', () => {
  const whole = blocks('docs/configuration.md', 'yaml')[0];
  expect(Object.keys(parse(String(whole)) as object)).toEqual(KEYS);
});

test('README shows the configuration of this checkout', () => {
  expect(blocks('README.md', 'yaml')[0]).toBe(page('runner-cache.yaml'));
});
