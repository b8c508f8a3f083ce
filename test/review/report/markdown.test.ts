import { LONGEST, reviewAsMarkdown } from '../../../src/review/report/markdown';
import { claim, report } from './report';

const claims = (count: number, size?: (index: number) => string): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${String(index)}.yaml`,
      claim(`c-${String(index)}`, size?.(index)),
    ]),
  );
const shrunk = report(
  claims(5000, (index) => `${String(index + 2)}Gi`),
  claims(5000, (index) => `${String(index + 1)}Gi`),
);

test('5,000 objects with the same change are one entry', () => {
  const text = reviewAsMarkdown(report(claims(5000), {}));
  expect(text.length).toBeLessThan(LONGEST);
  expect(text).toContain('| DATA-LOSS | 5000 |');
  expect(text).toContain('and 4990 more');
});

test('5,000 changes of 5,000 objects stay below the limit, and nothing above ROUTINE is left out', () => {
  const text = reviewAsMarkdown(shrunk);
  expect(text.length).toBeLessThan(LONGEST);
  for (const name of new Set(
    shrunk.verdicts.map(({ risk }) => risk.class).filter((one) => one !== 'ROUTINE'),
  ))
    expect(text).toContain(`<b>${name}</b>`);
});

test('what is routine goes first', () => {
  const few = report({ 'a.yaml': claim('a') }, {});
  expect(reviewAsMarkdown(few)).toContain('<summary><b>DATA-LOSS</b>');
  expect(reviewAsMarkdown(few, 300)).toContain('DATA-LOSS');
});

test('text of a manifest makes no Markdown and calls nobody', () => {
  const text = reviewAsMarkdown(report({ 'a.yaml': claim('"`@all <b>|"') }, {}));
  expect(text).toContain('``PersistentVolumeClaim/minio/`@all <b>|``');
});
