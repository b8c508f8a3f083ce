import { NEWEST } from '../../../src/api/release';
import { gateOf } from '../../../src/review/gate/gate';
import type { Waiver } from '../../../src/review/gate/waiver';
import { review } from '../../../src/review/review';
import { GATED_BY_DEFAULT } from '../../../src/review/risk/classes';

const claim = (name: string): string =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: ${name}, namespace: minio }\n`;
const LOST = review(
  [
    { path: 'a.yaml', text: claim('a') },
    { path: 'b.yaml', text: claim('b') },
  ],
  [],
  NEWEST,
).verdicts;
const nowhere = (): string => '';

const waiver = (more: Partial<Waiver> = {}): Waiver => ({
  object: 'PersistentVolumeClaim/minio/a',
  folder: undefined,
  class: 'DATA-LOSS',
  reason: 'it moves',
  until: '2026-12-31',
  place: { line: 1, column: 1 },
  ...more,
});
const gate = (waivers: readonly Waiver[], today = '2026-12-31') =>
  gateOf(LOST, GATED_BY_DEFAULT, waivers, today, nowhere);
const failing = (waivers: readonly Waiver[]) =>
  gate(waivers).failing.map(({ change }) => (change.head ?? change.base).name);

test('a gated class fails, and another one passes', () => {
  expect(gate([]).passes).toBe(false);
  expect(gateOf(LOST, ['ACCESS'], [], '2026-12-31', nowhere).passes).toBe(true);
});

test.each([
  [waiver(), ['b']],
  [waiver({ object: 'PersistentVolumeClaim/*/*' }), []],
  [waiver({ object: 'PersistentVolumeClaim/minio/' }), ['a', 'b']],
  [waiver({ object: 'PersistentVolumeClaim.minio.a' }), ['a', 'b']],
  [waiver({ class: 'APPLY-REJECTED' }), ['a', 'b']],
])('a waiver is for its objects and its class alone: %j', (one, left) => {
  expect(failing([one])).toEqual(left);
});

test('a waiver counts on its last day, and fails from the next day on', () => {
  const all = [waiver({ object: '*' })];
  expect(gate(all)).toMatchObject({ passes: true, expired: [] });
  expect(gate(all, '2027-01-01')).toMatchObject({ passes: false, expired: all, failing: LOST });
  expect(gateOf([], GATED_BY_DEFAULT, all, '2027-01-01', nowhere).passes).toBe(false);
});

test('a waiver that nothing needs is said, and stops nobody', () => {
  const idle = waiver({ object: 'Namespace/minio' });
  expect(gate([waiver({ object: '*' }), idle])).toMatchObject({ passes: true, unused: [idle] });
});

test.each([
  ['clusters/prod', ['dev']],
  ['clusters/*', []],
  ['prod', ['prod', 'dev']],
  [undefined, []],
])('a waiver of the folder %j counts for its cluster alone', (folder, left) => {
  const files = ['prod', 'dev'].map((name) => ({ path: `clusters/${name}/a.yaml`, text: claim('a') }));
  const others = files.map(({ path }) => ({ path: path.replace('a.yaml', 'b.yaml'), text: claim('b') }));
  const { verdicts, folderOf } = review([...files, ...others], others, NEWEST);
  const { failing } = gateOf(verdicts, GATED_BY_DEFAULT, [waiver({ folder })], '2026-12-31', folderOf);
  expect(failing.map(({ change }) => folderOf(change).replace('clusters/', '')).sort()).toEqual(
    [...left].sort(),
  );
});
