import { RISKS } from '../../src/review/risk/catalog';
import { readCases, reviewed } from './case';
import { COUNTERPARTS, OF_GONE } from './counterparts';

/** They tell of what somebody loses; undone, it is told as something more. */
const LOSSES: Readonly<Record<string, readonly string[]>> = {
  'rights-lost': ['rights-widened', 'rights-bound'],
  'passage-closed': ['policy-widened', 'policy-removed', 'policy-freed'],
};

const PAIRS = new Map([
  ...Object.entries(COUNTERPARTS),
  ...Object.entries(COUNTERPARTS).flatMap(([more, less]) =>
    less.map((id): [string, string[]] => [
      id,
      Object.keys(COUNTERPARTS).filter((one) => one === more || COUNTERPARTS[one]?.includes(id)),
    ]),
  ),
  ...Object.entries(LOSSES),
]);

const CASES = readCases().map((one) => ({ ...one, told: idsOf(reviewed(one)) }));

function idsOf({ verdicts }: ReturnType<typeof reviewed>): readonly string[] {
  return verdicts.map(({ risk }) => risk.id);
}

test('each row of access and of exposure has a counterpart', () => {
  const rows = RISKS.filter((risk) => ['ACCESS', 'EXPOSURE'].includes(risk.class)).map(({ id }) => id);
  expect([...Object.keys(COUNTERPARTS), ...Object.keys(LOSSES)].sort()).toEqual([...rows].sort());
});

test.each(CASES.filter(({ told }) => told.some((id) => PAIRS.has(id))))(
  '$name, undone, is told as the counterpart',
  ({ base, head, told }) => {
    const undone = idsOf(reviewed({ base: head, head: base }));
    for (const id of told.filter((one) => PAIRS.has(one)))
      expect({
        id,
        undone: [...(PAIRS.get(id) ?? []), ...(OF_GONE[id] ?? [])].some((one) => undone.includes(one)),
      }).toEqual({
        id,
        undone: true,
      });
  },
);

test.each(CASES)('$name: what only stands beside a change gives nobody more or less', ({ base, head }) => {
  const beside = reviewed({ base, head })
    .verdicts.filter(({ change }) => change.is === 'changed' && change.fields.length === 0)
    .map(({ risk }) => risk.id);
  expect(beside.filter((id) => PAIRS.has(id))).toEqual([]);
});
