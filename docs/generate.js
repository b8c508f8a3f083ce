/** Writes what is generated for people and for editors: `npm run docs`. A test says when it is out of date. */
const { mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { RULES } = require('../lib/checks/catalog');
const { editorSchema, jsonSchema } = require('../lib/config/json-schema');
const { findingsSchema } = require('../lib/findings/json-schema');
const { reviewSchema } = require('../lib/review/report/json-schema');
const { reference, withParts } = require('../lib/config/reference');
const { RISKS } = require('../lib/review/risk/catalog');
const { CLASSES, MEANINGS } = require('../lib/review/risk/classes');
const { checkPages } = require('./check-pages');
const { graph } = require('../lib/commands/graph');
const { riskPage } = require('./risk-page');

// First, because the configuration file may name each of them.
const ids = join(__dirname, '..', 'src', 'facts', 'check-ids.json');
writeFileSync(ids, `${JSON.stringify(RULES.map(({ id }) => id).sort(), undefined, 2)}\n`);

const configuration = join(__dirname, 'configuration.md');
const text = withParts(readFileSync(configuration, 'utf8'), reference(jsonSchema()));
writeFileSync(configuration, text);

const write = (file, content) =>
  writeFileSync(join(__dirname, '..', file), `${JSON.stringify(content, undefined, 2)}\n`);
write('runner-cache-findings.schema.json', findingsSchema());
write('runner-cache-review.schema.json', reviewSchema());

const schema = join(__dirname, '..', 'runner-cache.schema.json');
writeFileSync(schema, `${JSON.stringify(editorSchema(), undefined, 2)}\n`);

const checks = join(__dirname, 'checks');
rmSync(checks, { recursive: true, force: true });
mkdirSync(checks);
for (const [file, page] of checkPages(RULES)) writeFileSync(join(checks, file), page);

writeFileSync(join(__dirname, 'risks.md'), riskPage(RISKS, CLASSES, MEANINGS));

writeFileSync(join(__dirname, 'picture.svg'), graph(join(__dirname, '..', 'dist'), { format: 'svg' }).out);
