import fc from 'fast-check';
import { CHECKS } from '../../src/checks/catalog';
import { readCases, found } from '../checks/case';

const TEXTS = readCases().map(({ wrong }) => wrong);
const damage = fc.record({
  text: fc.constantFrom(...TEXTS),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 12 }),
  put: fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom(
      '\t',
      ':',
      ' - ',
      '&a ',
      '*a',
      '<<: *a',
      '{',
      '[',
      '"',
      '|',
      '\n',
      '\r',
      '---\n',
      '\uFEFF',
      '\0',
      '!!binary ',
      '~',
      '1e3',
    ),
  ),
});

test('damaged YAML is judged without an exception, and each finding lies inside of its file', () => {
  fc.assert(
    fc.property(damage, ({ text, at, cut, put }) => {
      const start = Math.floor(text.length * at);
      const broken = text.slice(0, start) + put + text.slice(start + cut);
      const lines = broken.split('\n').length + 1;
      for (const { place } of found(broken, CHECKS)) {
        expect(place.line).toBeGreaterThanOrEqual(1);
        expect(place.line).toBeLessThanOrEqual(lines);
        expect(place.column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 2000 },
  );
});
