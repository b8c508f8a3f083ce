import { RISKS } from '../../src/review/risk/catalog';
import { classesOf, PROVEN, readCases, reviewed, type Proven } from './case';

const CASES = readCases();
const isProven = (name: string): name is Proven => PROVEN.some((proven) => proven === name);

test.each(CASES)('$name', (one) => {
  const told = reviewed(one);
  expect(told.verdicts.some(({ risk }) => risk.id === one.risk)).toBe(!one.isNear);
  expect(classesOf(told).filter(isProven)).toEqual(one.happens);
});

test.each(RISKS)('$id has a change that it tells of, and a near miss', ({ id }) => {
  const own = CASES.filter(({ risk }) => risk === id);
  expect(new Set(own.map(({ isNear }) => isNear))).toEqual(new Set([true, false]));
});

test('each case is of a row that exists', () => {
  const ids = RISKS.map(({ id }) => id);
  expect(CASES.map(({ risk }) => risk).filter((risk) => !ids.includes(risk))).toEqual([]);
});

test('each row has an id of its own', () => {
  expect(new Set(RISKS.map(({ id }) => id)).size).toBe(RISKS.length);
});
