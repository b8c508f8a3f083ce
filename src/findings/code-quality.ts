import type { Severity } from './finding';
import { fingerprints } from './fingerprint';
import type { Report } from './report';

/** For GitLab, which shows it in merge requests. (GitLab, docs: ci/testing/code_quality, "Code Quality report format") */
export function findingsAsCodeQuality({ listed, pathOf }: Pick<Report, 'listed' | 'pathOf'>): string {
  const of = fingerprints(listed);
  const issues = listed.map((finding) => ({
    description: `${finding.message}; ${finding.remedy}`,
    check_name: finding.check,
    fingerprint: of.get(finding),
    severity: GITLAB_SEVERITIES[finding.severity],
    location: { path: pathOf(finding.file), lines: { begin: finding.place.line } },
  }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

const GITLAB_SEVERITIES: Readonly<Record<Severity, 'info' | 'minor' | 'major' | 'critical' | 'blocker'>> = {
  error: 'critical',
  warning: 'major',
  note: 'info',
};
