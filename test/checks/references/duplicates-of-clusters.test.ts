import { CHECKS } from '../../../src/checks/catalog';
import { found } from '../case';
import { application, configMap, HERE, SOURCE, type Fields } from '../gitops/delivered';

const told = (files: Fields): string[] =>
  found(
    Object.entries(files)
      .map(([path, object]) => `#@ ${path}\n${JSON.stringify(object)}\n`)
      .join(''),
    CHECKS.filter(({ id }) => ['duplicate-object', 'object-of-two-applications'].includes(id)),
  ).map(({ check }) => check);

const environment = (name: string, server = HERE.server): Fields =>
  application({ source: { ...SOURCE, path: name }, destination: { ...HERE, server } }, { name });
const TWO = { 'dev/a.json': configMap(), 'prod/a.json': configMap() };

test('one name in two clusters is no duplicate', () => {
  const applications = {
    'b/x.json': environment('dev'),
    'b/y.json': environment('prod', 'https://10.0.0.1'),
  };
  expect(told({ ...applications, ...TWO })).toEqual([]);
});

test('in one cluster it belongs to two Applications, and is told as that', () => {
  const applications = { 'b/x.json': environment('dev'), 'b/y.json': environment('prod') };
  expect(told({ ...applications, ...TWO })).toEqual(['object-of-two-applications']);
});

test('two in the folder of one Application are a duplicate', () => {
  expect(told({ 'b/x.json': environment('dev'), ...TWO, 'dev/b.json': configMap() })).toContain(
    'duplicate-object',
  );
  const applications = {
    'b/x.json': environment('dev'),
    'b/y.json': environment('prod', 'https://10.0.0.1'),
  };
  expect(told({ ...applications, ...TWO, 'dev/b.json': configMap() })).toEqual(['duplicate-object']);
});

test('where one is synced by nobody that is known, it is a duplicate', () => {
  expect(told({ 'b/x.json': environment('dev'), ...TWO })).toEqual(['duplicate-object']);
  expect(told(TWO)).toEqual(['duplicate-object']);
});
