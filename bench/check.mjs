// How long `runner-cache check` takes, and whether it grows with the manifests. Run: npm run compile && node bench/check.mjs
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 5;
const SIZES = [1500, 3000, 6000];
const lib = new URL('../lib', import.meta.url).pathname;
const examples = new URL('../examples', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'runner-cache-bench-'));

const originals = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.k8s.yaml'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(examples, path), 'utf8') }));
const namespaces = new Set(originals.flatMap(({ text }) => /^ {2}namespace: (\S+)$/m.exec(text)?.[1] ?? []));
const namespace = new RegExp(
  `(?<![\\w.-])(${[...namespaces].sort((a, b) => b.length - a.length).join('|')})(?![\\w-])`,
  'g',
);

/** As many objects as are wanted: all examples, again and again, each time in namespaces of their own. */
function tree(count) {
  const root = join(folder, String(count));
  for (let index = 0; index < count; index++) {
    const { path, text } = originals[index % originals.length];
    const copy = Math.floor(index / originals.length);
    const file = join(root, String(copy), path);
    mkdirSync(join(file, '..'), { recursive: true });
    const moved = text.replace(/^( *(?:namespace|name): )(\S+)$/gm, (line, key, name) =>
      namespaces.has(name) ? `${key}${name}-${copy}` : line,
    );
    writeFileSync(
      file,
      moved.replace(namespace, (name, _, at) => (moved[at - 1] === '.' ? `${name}-${copy}` : name)),
    );
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
