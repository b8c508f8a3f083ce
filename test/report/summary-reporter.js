const { existsSync, readFileSync } = require('node:fs');

const MARKS = { passed: 'ok  ', failed: 'FAIL', pending: 'SKIP', todo: 'TODO' };

/** Prints each test by name with its time, then what was counted and what was measured. */
module.exports = class SummaryReporter {
  onRunComplete(_, { testResults, startTime }) {
    const tests = testResults.flatMap(({ testResults: results }) => results);
    const lines = tests.map(({ status, fullName, duration }) => {
      const seconds = ((duration ?? 0) / 1000).toFixed(1).padStart(7);
      return `${MARKS[status] ?? status} ${seconds} s  ${fullName}`;
    });
    const facts = factsOf(process.env.E2E_FACTS);
    const seconds = Math.round((Date.now() - startTime) / 1000);
    const passed = tests.filter(({ status }) => status === 'passed').length;
    const time = `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const total = `${passed} of ${tests.length} tests passed in ${time}`;
    process.stdout.write(`\n${[...lines, '', ...counted(facts), ...noted(facts), '', total].join('\n')}\n`);
  }
};

/** What test/report/facts.ts wrote. */
function factsOf(file) {
  if (file === undefined || !existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

function counted(facts) {
  const sums = new Map();
  for (const { name, value } of facts) {
    if (typeof value === 'number') sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return [...sums].map(([name, sum]) => `${String(sum).padStart(8)}  ${name}`);
}

function noted(facts) {
  return facts.flatMap(({ name, value }) =>
    typeof value === 'string' ? [`          ${name}: ${value}`] : [],
  );
}
