// What `runner-cache review` costs on two trees of 1,000 runners, 16,000 objects each, of which one in twenty differs.
// Run: npm run compile && node bench/review.mjs
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** One configuration takes 500 runners at most. */
const SYSTEMS = 2;
const RUNNERS = 500;
const ONE_IN = 20;
const lib = new URL('../lib', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'runner-cache-bench-'));

const require = createRequire(import.meta.url);
const { addCharts } = require(join(lib, 'app'));
const { parseConfiguration } = require(join(lib, 'config/parse'));
const { manifestFiles } = require(join(lib, 'output/manifest-files'));
const { newApp } = require(join(lib, 'runner-cache'));

/** The files of one system, each runner in namespaces of its own or all in the same. */
function filesOf(system, isApart, isHead) {
  const runners = Array.from({ length: RUNNERS }, (_, index) => {
    const name = `r${system * RUNNERS + index}`;
    const concurrent = isHead && index % ONE_IN === 0 ? 7 : 10;
    const apart = isApart ? `namespace: runner-${name}, jobs: { namespace: jobs-${name} }, ` : '';
    return `{ name: ${name}, ${apart}concurrent: ${concurrent}, cache: { path: ${name} } }`;
  });
  const { model, faults } = parseConfiguration(
    `gitlab: { url: https://gitlab.example.com }\nstore: { namespace: minio-${system} }\nrunners: [${runners.join(', ')}]`,
  );
  if (model === undefined) throw new Error(JSON.stringify(faults));
  const app = newApp();
  addCharts(app, model);
  return [...manifestFiles(app, 'bench')];
}

/** All objects of one runner in twenty get an annotation besides. */
function write(root, isApart, isHead) {
  for (let system = 0; system < SYSTEMS; system++)
    for (const [path, text] of filesOf(system, isApart, isHead)) {
      const number = /r(\d+)[./]/.exec(path)?.[1];
      const isOther = isHead && number !== undefined && number % ONE_IN === 0;
      const file = join(root, String(system), path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, isOther ? annotated(text) : text);
    }
  return root;
}

function annotated(text) {
  const [, before, after] = /^([^]*?\n {2}annotations:\n)([^]*)$/.exec(text) ?? [];
  if (before !== undefined) return `${before}    example.com/team: blue\n${after}`;
  return text.replace(/^metadata:\n/m, '$&  annotations:\n    example.com/team: blue\n');
}

const PARSE = `
  const { manifestsOf } = require(${JSON.stringify(join(lib, 'manifests/manifests'))});
  const { readTree } = require(${JSON.stringify(join(lib, 'manifests/read'))});
  const kept = process.argv.slice(1).map((root) => manifestsOf(readTree(root).files));`;
/** Processor time counts, as the machine may be busy: a run of two seconds that waits for others is no slower. */
const MEASURED =
  'process.on("exit", () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); require("fs").writeSync(3, [userCPUTime + systemCPUTime, maxRSS].join(" ")); });';
const measure = join(folder, 'measure.cjs');
writeFileSync(measure, MEASURED);

const cli = join(lib, 'cli.js');
const commands = { 'node -e 0': ['-e', '0'] };
for (const [name, isApart] of [
  ['apart', true],
  ['shared', false],
]) {
  const trees = [false, true].map((isHead) => write(join(folder, name, String(isHead)), isApart, isHead));
  commands[`${name}: read and parse both`] = ['-e', PARSE, ...trees];
  commands[`${name}: review`] = [cli, 'review', ...trees];
  commands[`${name}: review, markdown`] = [cli, 'review', ...trees, '--format', 'markdown'];
  commands[`${name}: review, html`] = [cli, 'review', ...trees, '--format', 'html'];
}

/** Milliseconds of the processor, milliseconds of the clock, megabytes at most. */
function costs(args) {
  const start = process.hrtime.bigint();
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe'];
  const { status, output } = spawnSync(process.execPath, ['-r', measure, ...args], { stdio });
  // What may not pass is no matter here, and a defect is.
  if (status !== 0 && status !== 1)
    throw new Error(`${args.join(' ')} ends with ${status}: ${String(output[2])}`);
  const [cpu, memory] = String(output[3]).split(' ').map(Number);
  return { cpu: cpu / 1000, clock: Number(process.hrtime.bigint() - start) / 1e6, memory: memory / 1024 };
}
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const runs = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const [name, args] of Object.entries(commands)) runs[name].push(costs(args));
console.log(
  'command                        cpu ms   clock ms   cpu × node -e 0   × read and parse   most MB',
);
for (const [name, own] of Object.entries(runs)) {
  const of = (key) => median(own.map((run) => run[key]));
  const ratio = (other) => median(own.map(({ cpu }, round) => cpu / runs[other][round].cpu)).toFixed(2);
  const parse = name.includes(': review') ? ratio(`${name.split(':')[0]}: read and parse both`) : '';
  const columns = [
    of('cpu').toFixed(0).padStart(8),
    of('clock').toFixed(0).padStart(10),
    ratio('node -e 0').padStart(17),
    parse.padStart(18),
    of('memory').toFixed(0).padStart(9),
  ];
  console.log(`${name.padEnd(28)} ${columns.join(' ')}`);
}
rmSync(folder, { recursive: true });
