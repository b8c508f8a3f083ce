import { graph } from '../../src/commands/graph';
import { review, type ReviewOptions } from '../../src/commands/review';
import { folderWith } from './run';

const SECRET =
  'apiVersion: v1\nkind: Secret\nmetadata: { name: keys, namespace: one }\nstringData: { key: hunter2-hunter2 }\n';
const FOLDER = folderWith({ 'a.yaml': SECRET });
const MORE = folderWith({ 'a.yaml': SECRET, 'b.yaml': SECRET.replace('name: keys', 'name: more') });
const OPTIONS: ReviewOptions = { format: 'text', failOn: 'DATA-LOSS', mergeBase: true };
const AROUND = {
  folder: '/',
  today: '2026-11-24',
  colour: false,
  tool: { version: '1.2.3', homepage: undefined },
};

test.each([
  ['mermaid', /^flowchart LR\n/],
  ['svg', /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/],
])('graph draws %s', (format, start) => {
  const { out, code } = graph(FOLDER, { format });
  expect(code).toBe(0);
  expect(out).toMatch(start);
  expect(out).not.toContain('hunter2');
});

test.each([
  [{ format: 'png' }, FOLDER, '--format "png"'],
  [{ format: 'svg', kubernetes: '0.1' }, FOLDER, '0.1'],
  [{ format: 'svg' }, folderWith({}), 'Cannot find manifests'],
])('graph refuses %j of %s', (options, folder, reason) => {
  const { out, err, code } = graph(folder, options);
  expect([out, code]).toEqual(['', 2]);
  expect(err).toContain(reason);
});

test('review --graph draws what changes, and no report', () => {
  const { out, err, code } = review(FOLDER, MORE, { ...OPTIONS, graph: 'mermaid' }, AROUND);
  expect(code).toBe(0);
  expect(out).toMatch(/more<br\/>Secret, added/);
  expect(out).not.toMatch(/keys<br\/>Secret, /);
  expect(err).toBe('1 CREDENTIAL\n');
  expect(review(FOLDER, MORE, { ...OPTIONS, graph: 'png' }, AROUND).code).toBe(2);
});

test('review --format html is a page with the picture in it', () => {
  const { out } = review(FOLDER, MORE, { ...OPTIONS, format: 'html' }, AROUND);
  expect(out).toMatch(/^<!doctype html>/);
  expect(out).toContain('<g class="secret added">');
  expect(out).not.toContain('hunter2');
});
