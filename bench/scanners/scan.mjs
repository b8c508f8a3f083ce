/**
 * Runs each scanner that is installed over our manifests, with its default checks, and prints a table beside what the
 * official charts get: `node bench/scanners/scan.mjs [FOLDER...]`. Looks in PATH only; says which are not there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { writeSchemas } from './schemas.mjs';
import { writeTold } from './told.mjs';
import { TOOLS } from './tools.mjs';

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');
const CHARTS = JSON.parse(readFileSync(join(ROOT, 'bench/scanners/charts.json'), 'utf8')).findings;
const [API, CUSTOM] = ['1.37.json', 'custom.json'].map((file) => join(ROOT, 'src/facts/kubernetes', file));

const examples = readdirSync(join(ROOT, 'examples'))
  .map((name) => join('examples', name, 'manifests'))
  .filter((folder) => existsSync(join(ROOT, folder)));
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['dist', ...examples];

const temporary = mkdtempSync(join(tmpdir(), 'scanners-'));
try {
  const schemas = writeSchemas(API, CUSTOM, temporary);
  const rows = Object.entries(TOOLS).map(([tool, how]) => [
    tool,
    ...folders.map((folder) => cell(tool, how, folder, schemas)),
  ]);
  print([
    ['errors / warnings', ...folders, 'charts', 'charts at best'],
    ...rows.map((row) => [...row, ...charts(row[0])]),
  ]);
} finally {
  rmSync(temporary, { recursive: true });
}

function cell(tool, { run, count }, folder, schemas) {
  if (!process.env.PATH.split(delimiter).some((place) => existsSync(join(place, tool))))
    return 'not installed';
  const at = join(ROOT, folder);
  const files = readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => join(at, file));
  const { stdout, stderr } = spawnSync(
    tool,
    run({ folder: at, files, schemas, told: () => writeTold(at, temporary) }),
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  try {
    const { errors, warnings } = count(stdout);
    for (const line of [...errors, ...warnings]) process.stderr.write(`${tool}  ${folder}  ${line}\n`);
    return `${errors.length} / ${warnings.length}`;
  } catch (error) {
    process.stderr.write(`${tool}  ${folder}  ${error}\n${stderr}\n`);
    process.exitCode = 1;
    return 'cannot be read';
  }
}

function charts(tool) {
  return ['seed', 'best'].map((kind) => CHARTS[tool][kind].join(' / '));
}

function print(rows) {
  const [head, ...rest] = rows.map((cells) => `| ${cells.join(' | ')} |\n`);
  process.stdout.write([head, `|${' --- |'.repeat(rows[0].length)}\n`, ...rest].join(''));
}
