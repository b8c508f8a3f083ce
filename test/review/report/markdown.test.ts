import { LONGEST, reviewAsMarkdown } from '../../../src/review/report/markdown';
import { CLASSES } from '../../../src/review/risk/classes';
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

/** Some objects of each of five kinds, each of which changes in another way than all others. */
const objects = (isHead: boolean, count = 1000): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const number = index + (isHead ? 1 : count + 1);
      const own = {
        ...{ claim: claim(`c-${String(index)}`, `${String(number)}Gi`) },
        ...others(index, number),
      };
      return Object.entries(own).map(([kind, text]) => [`${String(index)}-${kind}.yaml`, text] as const);
    }).flat(),
  );

function others(index: number, number: number): Readonly<Record<string, string>> {
  const head = (api: string, kind: string): string =>
    `apiVersion: ${api}\nkind: ${kind}\nmetadata: { name: n-${String(index)}, namespace: minio }\n`;
  const pod = `{ containers: [{ name: c, image: "example.com/a:${String(number)}" }] }`;
  return {
    role: `${head('rbac.authorization.k8s.io/v1', 'Role')}rules: [{ apiGroups: [""], resources: [r${String(number)}], verbs: [get] }]\n`,
    deployment: `${head('apps/v1', 'Deployment')}spec: { replicas: ${String(number)}, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: ${pod} } }\n`,
    secret: `${head('v1', 'Secret')}stringData: { key: "value-${String(number)}" }\n`,
    map: `${head('v1', 'ConfigMap')}data: { key: "value-${String(number)}" }\n`,
  };
}

describe('5,000 objects that change in 5,000 ways, in many classes', () => {
  const told = report(objects(false), objects(true));
  const text = reviewAsMarkdown(told);
  const above = told.entries.filter(({ risk }) => risk.class !== 'ROUTINE' && risk.class !== 'NO-OP');

  test('stay below the limit', () => {
    expect(above.length).toBeGreaterThan(4000);
    expect(text.length).toBeLessThan(LONGEST);
  });

  test('each class and each row of risks above ROUTINE is told, with how many changes it has', () => {
    const rows = [...new Set(above.map(({ risk }) => risk))];
    expect(new Set(rows.map((risk) => risk.class)).size).toBeGreaterThan(4);
    for (const { id, class: name } of rows) {
      const count = above.filter(({ risk }) => risk.id === id).length;
      expect(text).toMatch(new RegExp(`^- ${id}: ${String(count)} changes? of `, 'm'));
      expect(text).toContain(`<b>${name}</b>`);
    }
  });

  test('the worst comes first', () => {
    const places = CLASSES.map((name) => text.indexOf(`<b>${name}</b>`)).filter((at) => at >= 0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

test('the mildest is told shorter first, and the worst stays whole', () => {
  const lost = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.yaml`, claim(`lost-${name}`)]));
  const told = report({ ...objects(false, 20), ...lost }, objects(true, 20));
  const text = reviewAsMarkdown(told, 12_000);
  expect(text.length).toBeLessThan(12_000);
  expect(text).toContain('- **`PersistentVolumeClaim/minio/lost-a`, `PersistentVolumeClaim/minio/lost-b`');
  expect(text.split('<b>APPLY-REJECTED</b>')[0]).toContain('  - instead: ');
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
