import type { FieldChange } from '../../../src/review/change';
import { reasonsOf } from '../../../src/review/risk/restart/reasons';

const change = (...field: readonly string[]): FieldChange => ({
  field: ['spec', 'template', 'spec', 'containers', '[web]', ...field],
  before: 'a',
  after: 'b',
  basePath: [],
  headPath: [],
  is: 'value',
});

test.each([
  [['image'], 'image of "web"'],
  [['env', '[URL]', 'value'], 'env URL of "web"'],
  [['securityContext', 'runAsNonRoot'], 'securityContext runAsNonRoot of "web"'],
])('%j is told as %s', (field, text) => {
  expect(reasonsOf([change(...field)])).toBe(text);
});
