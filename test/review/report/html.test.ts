import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { graphAsSvg } from '../../../src/graph/svg';
import { pictureOf } from '../../../src/review/report/picture';
import { reviewAsHtml } from '../../../src/review/report/html/page';
import { runnersBy } from '../../../src/review/report/html/runners';
import type { ReviewReport } from '../../../src/review/report/report';
import { runner } from '../../graph/case';
import { claim, report, secret } from './report';

const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
const map = (name: string, value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${JSON.stringify(name)}, namespace: ${JSON.stringify(name)} }\ndata: { key: ${JSON.stringify(value)} }\n`;

function pageOf(told: ReviewReport): string {
  const [world] = told.worlds;
  return reviewAsHtml(told, graphAsSvg(pictureOf(told, world!.base, world!.head)));
}

test('no value of a Secret is in the page', () => {
  const told = report(
    { 'a.yaml': secret({ one: 'hunter2-hunter2' }) },
    { 'a.yaml': secret({ one: 'correct-horse', two: 'battery-staple' }) },
  );
  const page = pageOf(told);
  expect(page).toContain('Secret/minio/keys');
  for (const word of ['hunter2-hunter2', 'correct-horse', 'battery-staple']) {
    expect(page).not.toContain(word);
    expect(page).not.toContain(Buffer.from(word).toString('base64'));
  }
});

test('nothing of the manifests is markup', () => {
  const page = pageOf(
    report(
      { 'a.yaml': map(EVIL, EVIL) },
      { 'a.yaml': map(EVIL, `${EVIL}2`), 'b.yaml': map(`${EVIL}b`, EVIL) },
    ),
  );
  expect(page).toContain('&lt;script&gt;');
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toContain('<img');
});

test('the page asks nobody for anything, and runs its own script alone', () => {
  const page = pageOf(report({ 'a.yaml': claim('a') }, { 'a.yaml': claim('a', '4Gi') }));
  const script = /<script>([^]*?)<\/script>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`);
  expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)|<link|@import|url\(/);
  expect(() => new Script(script)).not.toThrow();
});

test('entries carry what they are filtered by', () => {
  const page = pageOf(report({ 'a.yaml': claim('a') }, { 'a.yaml': claim('a', '4Gi') }));
  expect(page).toContain(
    'data-class="APPLY-REJECTED" data-namespaces="minio" data-runners="" data-folders=""',
  );
  expect(page).toContain('name="class" value="APPLY-REJECTED" checked> APPLY-REJECTED <b>1</b>');
  expect(page).toContain('<option>minio</option>');
});

test('a picture that is wider than the page scrolls in a frame that the keyboard reaches', () => {
  const page = pageOf(report({ 'a.yaml': claim('a') }, { 'a.yaml': secret({ a: 'b' }) }));
  expect(page).toMatch(/<div class="frame" role="region" aria-label="Picture" tabindex="0">\n<svg /);
  expect(page).toContain('.picture .frame { overflow-x: auto; }');
  const [, width, least] = /<svg [^>]* width="([\d.]+)"[^>]* style="min-width:([\d.]+)px"/.exec(page) ?? [];
  expect(Number(least) / Number(width)).toBeGreaterThan(0.8);
});

test('a page of no change says so, and has nothing to filter', () => {
  const page = pageOf(report({}, {}));
  expect(page).toContain('No object changes.');
  expect(page).not.toContain('id="filters"');
});

test.each([
  ['one', 'anything', ['web']],
  ['jobs', 'anything', ['web']],
  ['minio', 's3access-web', ['web']],
  ['minio', 's3access-cobweb', []],
  ['minio', 'minio', []],
])('what is in %s and called %s is of runners %j', (namespace, name, names) => {
  const runners = runnersBy(report({}, { 'runner.yaml': runner('kubernetes') }));
  expect(runners({ group: '', kind: 'Secret', namespace, name })).toEqual(names);
});
