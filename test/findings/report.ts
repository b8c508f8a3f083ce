import { judgeAndAccept } from '../../src/checks/accepted';
import { CHECKS, RULES } from '../../src/checks/catalog';
import { NEWEST } from '../../src/api/release';
import { System } from '../../src/system/system';
import type { Check } from '../../src/checks/check';
import type { Report } from '../../src/findings/report';
import { manifestsOf } from '../../src/manifests/manifests';

/** A check that speaks of each `data` and of each `name` it sees. */
export const TRIAL: Check = {
  id: 'trial',
  severity: 'warning',
  rule: 'Nothing is here',
  why: 'It is a trial.',
  source: 'this test',
  find: ({ manifests }) =>
    manifests.flatMap((manifest) =>
      [
        ['data', 'accesskey'],
        ['metadata', 'name'],
      ]
        .filter((path) => manifest.at(...path) !== undefined)
        .map((path) => ({
          spot: { manifest, path },
          message: `There is a ${path.join('.')}`,
          remedy: 'remove it',
        })),
    ),
};

/** What the checks say of these files. */
export function reportOf(files: Readonly<Record<string, string>>, checks = [TRIAL, ...CHECKS]): Report {
  const tree = manifestsOf(Object.entries(files).map(([path, text]) => ({ path, text })));
  const { findings, accepted } = judgeAndAccept(
    new System(tree, NEWEST),
    checks,
    new Set(checks.map(({ id }) => id)),
  );
  return {
    tool: { version: '1.2.3', homepage: undefined },
    rules: [{ ...TRIAL, family: 'trial', page: 'docs/checks/trial.md' }, ...RULES],
    tree,
    pathOf: (file) => `dist/${file}`,
    listed: findings.filter(({ check }) => ['trial', 'yaml-syntax'].includes(check)),
    accepted,
    known: [],
    unlisted: 0,
  };
}
