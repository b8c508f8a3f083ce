// How long `runner-cache synth` takes, as a ratio to starting Node at all. Run: npm run compile && node bench/synth.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 15;
const cli = new URL('../lib/cli.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'runner-cache-bench-'));

const runners = (count) =>
  Array.from(
    { length: count },
    (_, index) => `  - { name: team-${index}, cache: { path: team-${index} } }\n`,
  ).join('');
const config = (name, count) => {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, `gitlab: { url: https://gitlab.example.com }\nrunners:\n${runners(count)}`);
  return file;
};
const synth = (name, count) => [cli, 'synth', '-c', config(name, count), '-o', join(folder, name)];
const commands = {
  'node -e 0': ['-e', '0'],
  'synth, 1 runner': synth('one', 1),
  'synth, 100 runners': synth('hundred', 100),
};

const milliseconds = (args) => {
  const start = process.hrtime.bigint();
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
};
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of Object.entries(commands)) times[name].push(milliseconds(args));
}
const base = times['node -e 0'];
console.log('command              median ms   × node -e 0 (median of the rounds)');
for (const [name, values] of Object.entries(times)) {
  const ratio = median(values.map((value, round) => value / base[round]));
  console.log(
    `${name.padEnd(20)} ${median([...values])
      .toFixed(0)
      .padStart(9)}   ${ratio.toFixed(2)}`,
  );
}
rmSync(folder, { recursive: true });
