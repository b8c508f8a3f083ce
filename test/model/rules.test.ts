import { parse } from 'yaml';
import { parseConfiguration } from '../../src/config/parse';
import { resolve } from '../../src/config/resolve';
import { configuration } from '../../src/config/schema';
import type { Model } from '../../src/model/model';
import { violations } from '../../src/model/rules';
import { CREDENTIAL_RULES } from '../../src/model/rules/credential-rules';
import { NAMESPACE_RULES, STORE_NAMESPACE_RULES } from '../../src/model/rules/namespace-rules';
import type { Rule, RunnerRule } from '../../src/model/rules/rule';
import { RUNNER_RULES } from '../../src/model/rules/runner-rules';
import { CONTENT_RULES } from '../../src/model/rules/settings-content';
import { POD_RULES } from '../../src/model/rules/settings-pods';
import { STORE_RULES } from '../../src/model/rules/store-rules';
import {
  CONTENT_CASES,
  CREDENTIAL_CASES,
  NAMESPACE_CASES,
  POD_CASES,
  RUNNER_CASES,
  STORE_CASES,
  STORE_NAMESPACE_CASES,
  type RuleCase,
} from './rule-cases';

interface Table {
  readonly name: string;
  readonly rules: readonly { readonly path: string; readonly holds: (model: Model) => boolean }[];
  readonly cases: readonly RuleCase[];
}

const TABLES: readonly Table[] = [
  { name: 'store', rules: STORE_RULES, cases: STORE_CASES },
  { name: 'credentials', rules: CREDENTIAL_RULES, cases: CREDENTIAL_CASES },
  { name: 'store namespace', rules: STORE_NAMESPACE_RULES, cases: STORE_NAMESPACE_CASES },
  { name: 'namespace', rules: forAll(NAMESPACE_RULES), cases: NAMESPACE_CASES },
  { name: 'runner', rules: forAll(RUNNER_RULES), cases: RUNNER_CASES },
  { name: 'settings', rules: forAll(CONTENT_RULES), cases: CONTENT_CASES },
  { name: 'job pods', rules: forAll(POD_RULES), cases: POD_CASES },
];

test.each(TABLES)('Each rule of the $name table has its case', ({ rules, cases }) => {
  expect(cases).toHaveLength(rules.length);
});

describe.each(TABLES)('A rule of the $name table', ({ rules, cases }) => {
  const rows = cases.map(({ refused, accepted }, index) => ({ rule: rules[index]!, refused, accepted }));

  test.each(rows)('at $rule.path refuses $refused', ({ rule, refused }) => {
    expect(rule.holds(modelOf(refused))).toBe(false);
    const { model, faults } = parseConfiguration(below(refused));
    expect(model).toBeUndefined();
    expect(faults.map(({ path }) => path).some((path) => path.endsWith(rule.path))).toBe(true);
  });

  test.each(rows)('at $rule.path accepts $accepted', ({ rule, accepted }) => {
    expect(rule.holds(modelOf(accepted))).toBe(true);
    expect(parseConfiguration(below(accepted)).faults).toEqual([]);
  });
});

test('What rules refuse is told with its path from the root', () => {
  expect(violations(modelOf('runners: [{}, { name: b, settings: { kubernetes: { limit: 5 } } }]'))).toEqual([
    {
      path: ['runners', 1, 'settings', 'kubernetes', 'limit'],
      atKey: true,
      message: 'Unknown runner setting "limit"; the runner would ignore it',
    },
  ]);
});

test('An archive may take half of the part of its bucket, not half of the store', () => {
  const two = 'runners: [{}, { name: b, cache: { bucket: other-bucket } }]';
  expect(violations(modelOf(`cache: { maxArchive: 5Gi }\n${two}`))).toEqual([]);
  expect(violations(modelOf(`cache: { maxArchive: 5121Mi }\n${two}`)).map(({ message }) => message)).toEqual([
    "Cannot take archives of 5121Mi into a store of 20Gi: expected half of a bucket's part or less, as 2 buckets share it",
  ]);
});

/** The model, even where rules refuse it. */
function modelOf(text: string): Model {
  const { model } = resolve(configuration.parse(parse(below(text))));
  if (model === undefined) throw new Error(`No model for ${text}`);
  return model;
}

function below(text: string): string {
  return `gitlab: { url: https://gitlab.example.com }\n${text}\n`;
}

function forAll(rules: readonly RunnerRule[]): Rule[] {
  return rules.map((rule) => ({
    path: rule.path,
    holds: (model) => model.runners.every((runner) => rule.holds(runner, model)),
    message: () => '',
  }));
}
