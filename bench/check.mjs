// How long `runner-cache check` takes, and whether it grows with the manifests. Run: npm run compile && node bench/check.mjs
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROUNDS = 5;
const SIZES = [1500, 3000, 6000];
const lib = new URL('../lib', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'runner-cache-bench-'));

const require = createRequire(import.meta.url);
const { addCharts } = require(join(lib, 'app'));
const { parseConfiguration } = require(join(lib, 'config/parse'));
const { manifestFiles } = require(join(lib, 'output/manifest-files'));
const { newApp } = require(join(lib, 'runner-cache'));

/** As many objects as are wanted, or a few more: systems of three runners, each in namespaces of its own. */
function tree(count) {
  const root = join(folder, String(count));
  for (let made = 0, system = 0; made < count; system++) {
    const runners = ['a', 'b', 'c'].map(
      (name) =>
        `{ name: ${name}, namespace: runner-${name}-${system}, jobs: { namespace: jobs-${name}-${system} } }`,
    );
    const { model, faults } = parseConfiguration(
      `gitlab: { url: https://gitlab.example.com }\nstore: { namespace: minio-${system} }\nrunners: [${runners.join(', ')}]`,
    );
    if (model === undefined) throw new Error(JSON.stringify(faults));
    const app = newApp();
    addCharts(app, model);
    for (const [path, text] of manifestFiles(app, 'bench')) {
      mkdirSync(dirname(join(root, String(system), path)), { recursive: true });
      writeFileSync(join(root, String(system), path), text);
      made++;
    }
  }
  return root;
}

const PARSE = `
  const { manifestsOf } = require(${JSON.stringify(join(lib, 'manifests/manifests'))});
  const { readTree } = require(${JSON.stringify(join(lib, 'manifests/read'))});
  manifestsOf(readTree(process.argv[1]).files);`;
const cli = join(lib, 'cli.js');
const commands = {
  'node -e 0': ['-e', '0'],
  'check --help': [cli, 'check', '--help'],
  'synth --help': [cli, 'synth', '--help'],
};
for (const size of SIZES) {
  const root = tree(size);
  commands[`read and parse, ${size}`] = ['-e', PARSE, root];
  commands[`check, ${size}`] = [cli, 'check', root];
}

const milliseconds = (args) => {
  const start = process.hrtime.bigint();
  try {
    execFileSync(process.execPath, args, { stdio: 'ignore' });
  } catch (error) {
    // Findings are no matter here, and a defect is.
    if (error.status !== 1) throw error;
  }
  return Number(process.hrtime.bigint() - start) / 1e6;
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of Object.entries(commands)) times[name].push(milliseconds(args));
}
const ratio = (name, other) =>
  median(times[name].map((value, round) => value / times[other][round])).toFixed(2);
console.log('command                median ms   × node -e 0   × read and parse   ms per 1,000 objects');
for (const [name, values] of Object.entries(times)) {
  const size = Number(/^check, (\d+)$/.exec(name)?.[1] ?? 0);
  const parse = size === 0 ? '' : ratio(name, `read and parse, ${size}`);
  const each = size === 0 ? '' : ((median(values) - median(times['node -e 0'])) / (size / 1000)).toFixed(0);
  const columns = [
    median(values).toFixed(0).padStart(9),
    ratio(name, 'node -e 0').padStart(12),
    parse.padStart(18),
    each.padStart(22),
  ];
  console.log(`${name.padEnd(22)} ${columns.join(' ')}`);
}
rmSync(folder, { recursive: true });
