import { rightsOfRule, rightsText } from '../../../src/review/risk/access/rbac-right';

const rule = (resources: readonly string[], verbs: readonly string[]) => ({
  apiGroups: [''],
  resources,
  verbs,
});

test('rights are told a target at a time, and what weighs most first', () => {
  const rules = [rule(['pods'], ['get', 'list']), rule(['secrets'], ['get']), rule(['*'], ['watch'])];
  expect(rightsText(rules.flatMap(rightsOfRule))).toBe(
    'get secrets; watch all core resources; get, list pods',
  );
});

test('of a role with many targets the last ones are counted', () => {
  const many = Array.from({ length: 20 }, (_, index) => `kind${String(index)}`);
  const text = rightsText([rule(many, ['get']), rule(['secrets'], ['*'])].flatMap(rightsOfRule));
  expect(text).toMatch(/^everything with secrets; get kind0; .*get kind10 and 9 more$/);
});
