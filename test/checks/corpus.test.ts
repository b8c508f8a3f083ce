import { CHECK_FAMILIES, CHECKS } from '../../src/checks/catalog';
import { found, readCases, type Case } from './case';

const CASES = readCases();
/** Small manifests are never hardened, so hardening is judged in its own cases alone. */
const checksFor = ({ check }: Case): typeof CHECKS =>
  CHECKS.filter(
    ({ id }) => id === check || !CHECK_FAMILIES.hardening.some((hardening) => hardening.id === id),
  );
/** Notes are good to know, also of a small manifest that is right. */
const told = (text: string, of: Case): string[] =>
  found(text, checksFor(of))
    .filter(({ check, severity }) => check === of.check || severity !== 'note')
    .map(({ check, place }) => `${check} at line ${String(place.line)}`);

test.each(CASES.map((of) => [of.name, of] as const))('%s is found, and nothing else', (_, of) => {
  expect(told(of.wrong, of)).toEqual([`${of.check} at line ${String(of.line)}`]);
});

test.each(CASES.map((of) => [of.name, of] as const))('%s is silent once it is mended', (_, of) => {
  expect(told(of.right, of)).toEqual([]);
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
