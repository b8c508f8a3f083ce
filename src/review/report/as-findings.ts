import type { AcceptedFinding, Finding, Severity } from '../../findings/finding';
import type { Tool } from '../../findings/report';
import type { ListedRule } from '../../findings/rule';
import { fieldOf } from '../../manifests/field';
import type { Manifest } from '../../manifests/manifest';
import type { Change } from '../change';
import { RISKS } from '../risk/catalog';
import type { RiskClass } from '../risk/classes';
import type { Verdict } from '../risk/risk';
import { affectedText } from './affected';
import type { ReviewReport } from './report';

/** Verdicts as findings, for formats that know of nothing else. Who reads them wants no routine. */
export function asFindings(
  { gate, verdicts, pathOf }: ReviewReport,
  tool: Tool,
): {
  readonly tool: Tool;
  readonly rules: readonly ListedRule[];
  readonly listed: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly known: readonly Finding[];
  readonly pathOf: (file: string) => string;
} {
  const told = verdicts.filter(({ risk }) => SEVERITIES[risk.class] !== undefined);
  const listed = told.filter((verdict) => !gate.waived.has(verdict));
  const accepted = told.flatMap((verdict) => {
    const waiver = gate.waived.get(verdict);
    return waiver === undefined ? [] : [{ finding: findingOf(verdict, pathOf), reason: waiver.reason }];
  });
  return {
    ...{ tool, rules: RULES, known: [], accepted },
    listed: listed.map((verdict) => findingOf(verdict, pathOf)),
    // Each finding has its own already, as the two trees may lie apart.
    pathOf: (file) => file,
  };
}

/** Undefined: nothing that anybody has to look at. */
const SEVERITIES: Readonly<Record<RiskClass, Severity | undefined>> = {
  'DATA-LOSS': 'error',
  'APPLY-REJECTED': 'error',
  ACCESS: 'warning',
  EXPOSURE: 'warning',
  CREDENTIAL: 'warning',
  RESTART: 'note',
  CAPACITY: 'note',
  ORDERING: 'note',
  ROUTINE: undefined,
  'NO-OP': undefined,
};

/** Of the page that says what each row means. */
export const RISKS_PAGE = 'docs/risks.md';

const RULES: readonly ListedRule[] = RISKS.flatMap(({ id, class: name, change, why, source }) => {
  const severity = SEVERITIES[name];
  return severity === undefined
    ? []
    : [{ id, severity, rule: change, why, source, family: name, page: `${RISKS_PAGE}#${id}` }];
});

function findingOf(verdict: Verdict, pathOf: ReviewReport['pathOf']): Finding {
  const { risk, change, message, instead } = verdict;
  const { side, manifest, path, place } = whereIs(verdict);
  const affected = affectedText(verdict.affected ?? []);
  return {
    check: risk.id,
    severity: SEVERITIES[risk.class] ?? 'note',
    object: manifest.identity,
    path,
    field: fieldOf(manifest.object, path),
    file: pathOf(side, manifest.file.path),
    place,
    message: `${risk.class}: ${nameOfChange(change)}${message}${affected === '' ? '' : ` (${affected})`}`,
    remedy: instead ?? risk.why,
    secret: true,
  };
}

function nameOfChange(change: Change): string {
  return change.is === 'renamed' ? `renamed from "${change.base.name}": ` : '';
}

/** What is gone is told where it was. */
export function whereIs({ change, about: [field] = [] }: Verdict): Where {
  const { head } = change;
  const [side, manifest] = head === undefined ? (['base', change.base] as const) : (['head', head] as const);
  const path = field?.[`${side}Path`] ?? [];
  return { side, manifest, path, place: manifest.placeOf(path, field === undefined ? 'key' : 'value') };
}

interface Where {
  readonly side: 'base' | 'head';
  readonly manifest: Manifest;
  readonly path: Finding['path'];
  readonly place: Finding['place'];
}
