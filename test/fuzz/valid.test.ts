import fc from 'fast-check';
import { parseConfiguration } from '../../src/config/parse';
import { withCiphertext } from '../manifests/load';
import { note } from '../report/facts';
import { wrongWith } from './accepted';
import { keysOfInput, keysOfSchema } from './keys-seen';
import { PATIENCE_MS, runs } from './runs';
import { written } from './valid-arbitrary';

const SHARE = 0.05;

test(
  'Every configuration that is accepted becomes manifests that a cluster takes and in which nothing dangles',
  () => {
    const known = new Set(keysOfSchema());
    const seen = new Set<string>();
    const refused = new Map<string, number>();
    let count = 0;
    fc.assert(
      fc.property(written, ({ input, text }) => {
        count += 1;
        const { model, faults } = parseConfiguration(text);
        if (model === undefined) {
          for (const { path, message } of faults) {
            const key = `${path.replace(/\[\d+\]/g, '[]')}: ${message}`;
            refused.set(key, (refused.get(key) ?? 0) + 1 / faults.length);
          }
          return;
        }
        for (const key of keysOfInput(input, known)) seen.add(key);
        expect(wrongWith(withCiphertext(model))).toEqual([]);
      }),
      runs(SHARE),
    );
    const share = 1 - [...refused.values()].reduce((sum, one) => sum + one, 0) / count;
    if (process.env.RUNNER_CACHE_FUZZ_TELL !== undefined) tell(count, share, refused);
    note('configurations from the schema', `${count} tried, ${(share * 100).toFixed(1)} % accepted`);
    expect(share).toBeGreaterThanOrEqual(0.8);
    expect([...known].filter((key) => !seen.has(key))).toEqual([]);
  },
  PATIENCE_MS,
);

function tell(count: number, share: number, refused: ReadonlyMap<string, number>): void {
  const rows = [...refused].sort(([, a], [, b]) => b - a).slice(0, 40);
  const lines = rows.map(([text, times]) => `  ${times.toFixed(1)}  ${text}\n`);
  process.stderr.write(`${count} cases, ${(share * 100).toFixed(1)} % accepted; refused:\n${lines.join('')}`);
}
