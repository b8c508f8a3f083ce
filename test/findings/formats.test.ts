import Ajv2020 from 'ajv/dist/2020';
import { findingsAsCodeQuality } from '../../src/findings/code-quality';
import { findingsAsJson } from '../../src/findings/json';
import { findingsSchema } from '../../src/findings/json-schema';
import { findingsAsSarif } from '../../src/findings/sarif';
import { page } from '../docs/pages';
import { reportOf } from './report';
import { isCodeQuality, isSarif } from './schemas';

const object = (name: string, more = ''): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  namespace: a\n  name: ${name}\n${more}`;
const REPORT = reportOf({
  'sub dir/a.yaml': object('one'),
  'b.yaml': object('two').replace(
    '  name:',
    '  annotations:\n    accept.runner-cache/trial: we like it\n  name:',
  ),
  'c.yaml': 'a: b: c\n',
});
const WITH_KNOWN = { ...REPORT, known: REPORT.listed.slice(0, 1), listed: REPORT.listed.slice(1) };

test.each([
  ['with findings', REPORT],
  ['with a baseline', WITH_KNOWN],
  ['with an address', { ...REPORT, tool: { version: '1.2.3', homepage: 'https://example.com/x' } }],
  ['with none', { ...REPORT, listed: [], accepted: [] }],
])('SARIF %s is SARIF 2.1.0', (___, report) => {
  isSarif(JSON.parse(findingsAsSarif(report)));
  expect(isSarif.errors).toBeNull();
});

test('the schema of SARIF refuses an address without a host', () => {
  const report = { ...REPORT, tool: { version: '1.2.3', homepage: 'docs' } };
  expect(isSarif(JSON.parse(findingsAsSarif(report)))).toBe(false);
});

test('SARIF tells what is accepted and what is known as suppressed, with a reason', () => {
  const { runs } = JSON.parse(findingsAsSarif(WITH_KNOWN)) as {
    runs: { results: { suppressions?: { kind: string; justification: string }[]; locations: unknown[] }[] }[];
  };
  const suppressions = runs[0]!.results.flatMap(({ suppressions: told = [] }) => told);
  expect(suppressions).toMatchObject([
    { kind: 'inSource', justification: 'we like it' },
    { kind: 'external', justification: 'named by the baseline' },
  ]);
  expect(JSON.stringify(runs)).not.toContain('"dist/sub dir');
});

test('JSON is what its schema says, and the schema in the repository is current', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(findingsSchema());
  for (const report of [REPORT, WITH_KNOWN]) {
    validate(JSON.parse(findingsAsJson(report)));
    expect(validate.errors).toBeNull();
  }
  expect(validate({ ...(JSON.parse(findingsAsJson(REPORT)) as object), more: 1 })).toBe(false);
  expect(page('runner-cache-findings.schema.json')).toBe(
    `${JSON.stringify(findingsSchema(), undefined, 2)}\n`,
  );
});

interface Issue {
  fingerprint: string;
  location: { path: string; lines: { begin: number } };
}
const issuesOf = (report: typeof REPORT): Issue[] => JSON.parse(findingsAsCodeQuality(report)) as Issue[];

test('Code Quality has what GitLab asks for, and no two issues share a fingerprint', () => {
  const issues = issuesOf(REPORT);
  isCodeQuality(issues);
  expect(isCodeQuality.errors).toBeNull();
  expect(issues.map(({ location }) => location.path)).toEqual(['dist/c.yaml', 'dist/sub dir/a.yaml']);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
});

test('a fingerprint stays when lines move, and differs for another object', () => {
  const [before, moved, other] = [object('one'), `# moved\n${object('one')}`, object('other')].map(
    (text) => issuesOf(reportOf({ 'a.yaml': text }))[0]!,
  );
  expect(moved!.location.lines.begin).toBe(before!.location.lines.begin + 1);
  expect(moved!.fingerprint).toBe(before!.fingerprint);
  expect(other!.fingerprint).not.toBe(before!.fingerprint);
});
