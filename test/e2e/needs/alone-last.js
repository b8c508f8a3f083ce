const Sequencer = require('@jest/test-sequencer').default;

const isAlone = ({ path }) => path.endsWith('.alone.e2e.ts');

/** Test files that want the cluster for themselves come last: those beside each other would wait for them. */
module.exports = class AloneLast extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter((test) => !isAlone(test)), ...sorted.filter(isAlone)];
  }
};
