/**
 * For `node --require`: kills the process at step KILL_AT of those that change the disk. What is many steps to the disk is
 * many here too: a text can be cut in half, a tree half removed.
 */
const fs = require('node:fs');
const { dirname, join } = require('node:path');

const actual = { ...fs };
const at = Number(process.env.KILL_AT);
let steps = 0;

/** Whether the process is to die in this step. */
const isLast = () => ++steps === at;

function die() {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

const oneStep = 'linkSync symlinkSync renameSync rmdirSync chmodSync chownSync utimesSync lutimesSync'.split(
  ' ',
);
for (const name of oneStep) {
  fs[name] = (...args) => {
    if (isLast()) die();
    return actual[name](...args);
  };
}

fs.mkdirSync = (path, options) => {
  if (options?.recursive && actual.existsSync(path)) return;
  if (options?.recursive) fs.mkdirSync(dirname(path), options);
  if (isLast()) die();
  actual.mkdirSync(path);
};

fs.writeFileSync = (path, text, options) => {
  if (isLast()) die();
  if (text !== '' && isLast()) {
    actual.writeFileSync(path, text.slice(0, text.length / 2), options);
    die();
  }
  actual.writeFileSync(path, text, options);
};

fs.copyFileSync = (from, to) => {
  fs.writeFileSync(to, actual.readFileSync(from, 'latin1'), { encoding: 'latin1', flag: 'wx' });
};

fs.rmSync = (path) => {
  const stat = actual.lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) for (const name of actual.readdirSync(path)) fs.rmSync(join(path, name));
  if (isLast()) die();
  if (stat.isDirectory()) actual.rmdirSync(path);
  else actual.unlinkSync(path);
};
