import { CHECK_FAMILIES, CHECKS } from '../../src/checks/catalog';
import type { Finding } from '../../src/findings/finding';
import { found, readCases, type Case } from './case';

const CASES = readCases();
/** Small manifests are never hardened, so hardening is judged in its own cases alone. */
const checksFor = ({ check }: Case): typeof CHECKS =>
  CHECKS.filter(
    ({ id }) => id === check || !CHECK_FAMILIES.hardening.some((hardening) => hardening.id === id),
  );
/** What is told of the wrong version alone, wherever it stands; a note of another check may stand beside the fault. */
function toldOfWrong(of: Case): readonly Finding[] {
  const told = new Set(found(of.right, checksFor(of)).map(sayingOf));
  return found(of.wrong, checksFor(of)).filter(
    (finding) =>
      !told.has(sayingOf(finding)) &&
      !of.also.includes(finding.check) &&
      (finding.check === of.check || finding.severity !== 'note'),
  );
}

const sayingOf = ({ check, message }: Finding): string => `${check}: ${message}`;

test.each(CASES.map((of) => [of.name, of] as const))(
  '%s is found where it is, and nothing else with it',
  (_, of) => {
    const told = toldOfWrong(of).map(({ check, place }) => `${check} at line ${String(place.line)}`);
    expect(told).toEqual([`${of.check} at line ${String(of.line)}`]);
  },
);

test.each(CASES.map((of) => [of.name, of] as const))('%s is silent once it is mended', (_, of) => {
  expect(found(of.right, checksFor(of)).filter(({ check }) => check === of.check)).toEqual([]);
});

/** Its case would be 10 MB long: test/checks/files/tree.test.ts makes one. */
const WITHOUT_CASE = ['tree-too-large'];

test('each check has a case', () => {
  const tried = new Set([...CASES.map(({ check }) => check), ...WITHOUT_CASE]);
  expect(CHECKS.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});

test('no two checks share an id, and ids are words with hyphens', () => {
  const ids = CHECKS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});
