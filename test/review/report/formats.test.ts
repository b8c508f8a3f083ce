import Ajv2020 from 'ajv/dist/2020';
import { findingsAsCodeQuality } from '../../../src/findings/code-quality';
import { findingsAsSarif } from '../../../src/findings/sarif';
import { asFindings } from '../../../src/review/report/as-findings';
import type { Waiver } from '../../../src/review/gate/waiver';
import { reviewAsJson } from '../../../src/review/report/json';
import { reviewSchema } from '../../../src/review/report/json-schema';
import { reviewAsMarkdown } from '../../../src/review/report/markdown';
import type { ReviewReport } from '../../../src/review/report/report';
import { reviewAsText } from '../../../src/review/report/text';
import { page } from '../../docs/pages';
import { isCodeQuality, isSarif } from '../../findings/schemas';
import { claim, report, secret } from './report';

const WAIVER: Waiver = {
  ...{
    object: 'PersistentVolumeClaim/minio/b',
    folder: undefined,
    class: 'DATA-LOSS',
    reason: 'it moves',
    until: '2026-12-31',
  },
  place: { line: 2, column: 3 },
};
const EXPIRED = { ...WAIVER, until: '2026-11-23', place: { line: 7, column: 3 } };
const UNUSED = { ...WAIVER, object: 'Namespace/minio', place: { line: 12, column: 3 } };
const LOST = report({ 'a.yaml': claim('a'), 'b.yaml': claim('b') }, {}, [WAIVER, EXPIRED, UNUSED]);
const KEYS = report(
  { 'keys.yaml': secret({ one: 'hunter2-hunter2', same: 'hunter2-hunter2' }) },
  { 'keys.yaml': secret({ one: 'correct-horse', same: 'correct-horse' }) },
);
const ROLE = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: one, namespace: a }
rules: [{ apiGroups: [""], resources: [a, b, c, d], verbs: [get] }]
`;
const MANY = report({}, { 'role.yaml': ROLE });
const NOTHING = report({}, {});
const REPORTS: readonly (readonly [string, ReviewReport])[] = [
  ['of what is lost', LOST],
  ['of keys', KEYS],
  ['of many rights', MANY],
  ['of nothing', NOTHING],
];
const tool = { version: '1.2.3', homepage: 'https://example.com/x' };

test.each(REPORTS)('the JSON %s is what its schema says', (_, one) => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(reviewSchema());
  validate(JSON.parse(reviewAsJson(one)));
  expect(validate.errors).toBeNull();
  expect(validate({ ...(JSON.parse(reviewAsJson(one)) as object), more: 1 })).toBe(false);
});

test('the schema in the repository is current', () => {
  expect(page('runner-cache-review.schema.json')).toBe(`${JSON.stringify(reviewSchema(), undefined, 2)}\n`);
});

test.each(REPORTS)('the SARIF %s is SARIF 2.1.0', (_, one) => {
  isSarif(JSON.parse(findingsAsSarif(asFindings(one, tool))));
  expect(isSarif.errors).toBeNull();
});

test.each(REPORTS)('the Code Quality report %s is what GitLab asks for', (_, one) => {
  isCodeQuality(JSON.parse(findingsAsCodeQuality(asFindings(one, tool))));
  expect(isCodeQuality.errors).toBeNull();
});

const FORMATS: readonly (readonly [string, (one: ReviewReport) => string])[] = [
  ['text', (one) => reviewAsText(one, false)],
  ['markdown', (one) => reviewAsMarkdown(one)],
  ['json', reviewAsJson],
  ['sarif', (one) => findingsAsSarif(asFindings(one, tool))],
  ['codequality', (one) => findingsAsCodeQuality(asFindings(one, tool))],
];

test.each(FORMATS)('no secret value stands in %s, as text or in base64', (_, format) => {
  for (const value of ['hunter2-hunter2', 'correct-horse']) {
    expect(format(KEYS)).not.toContain(value);
    expect(format(KEYS)).not.toContain(Buffer.from(value).toString('base64'));
  }
});

test.each(FORMATS.slice(0, 2))(
  '%s says what may not pass, and what of the waivers is to be done',
  (_, format) => {
    const text = format(LOST);
    expect(text).toContain('May not pass: 1 DATA-LOSS; 1 verdict waived');
    expect(text).toContain(
      'waivers.yaml:7: the waiver of DATA-LOSS for PersistentVolumeClaim/minio/b ended on 2026-11-23',
    );
    expect(text).toContain('waivers.yaml:12: nothing needs the waiver of DATA-LOSS for Namespace/minio');
    expect(format(NOTHING)).toContain('No object changes.');
  },
);

test('a terminal gets no control characters of a manifest', () => {
  const text = reviewAsText(report({ 'a.yaml': claim('"a\\u001b[31m"') }, {}), false);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('\\u{1b}');
});
