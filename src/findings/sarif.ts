import { objectName } from '../manifests/identity';
import type { Finding } from './finding';
import { fingerprints } from './fingerprint';
import { acceptedInOrder, type Report, type Tool } from './report';
import type { ListedRule } from './rule';

type SarifReport = Pick<Report, 'tool' | 'rules' | 'listed' | 'accepted' | 'known' | 'pathOf'>;

/** For GitHub and others that read SARIF 2.1.0. What is accepted or in the baseline is told as suppressed. */
export function findingsAsSarif(report: SarifReport): string {
  const { tool, rules, listed, known } = report;
  const suppressed = [
    ...acceptedInOrder(report).map(
      ({ finding, reason }) => [finding, suppression('inSource', reason)] as const,
    ),
    ...known.map((finding) => [finding, suppression('external', 'named by the baseline')] as const),
  ];
  const of = fingerprints([...listed, ...suppressed.map(([finding]) => finding)]);
  const plain = (finding: Finding): object => result(report, finding, of.get(finding) ?? '');
  const run = {
    tool: {
      driver: {
        name: 'runner-cache',
        version: tool.version,
        rules: rules.map((rule) => descriptor(rule, tool)),
      },
    },
    originalUriBaseIds: { [BASE]: { description: { text: 'The folder in which the command ran' } } },
    columnKind: 'utf16CodeUnits',
    results: [
      ...listed.map(plain),
      ...suppressed.map(([finding, suppressions]) => ({ ...plain(finding), suppressions })),
    ],
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const BASE = '%SRCROOT%';

function descriptor(
  { id, severity, rule, why, source, family, page }: ListedRule,
  { homepage }: Tool,
): object {
  return {
    id,
    shortDescription: { text: rule },
    fullDescription: { text: why },
    help: {
      text: `${why} Source: ${source}`,
      markdown: `**${rule}.** ${why}\n\nSource: ${source}\n\nPage: \`${page}\``,
    },
    // The schema takes nothing but an absolute address.
    ...(homepage === undefined ? {} : { helpUri: `${homepage}/${page}` }),
    defaultConfiguration: { level: severity },
    properties: { tags: [family] },
  };
}

function result({ rules, pathOf }: SarifReport, finding: Finding, fingerprint: string): object {
  const { check, severity, message, remedy, file, place } = finding;
  return {
    ruleId: check,
    ruleIndex: rules.findIndex(({ id }) => id === check),
    level: severity,
    message: { text: `${message}; ${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(pathOf(file)),
          region: { startLine: place.line, startColumn: place.column },
        },
        ...logicalLocations(finding),
      },
    ],
    partialFingerprints: { 'runnerCache/v1': fingerprint },
  };
}

/** What lies outside of the folder in which the command runs has no place below its base. */
function artifact(path: string): object {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return path.startsWith('../') ? { uri } : { uri, uriBaseId: BASE };
}

function logicalLocations({ object, field }: Finding): object {
  if (object === undefined) return {};
  const name = objectName(object);
  const fullyQualifiedName = [name, field].filter((part) => part !== '').join(' ');
  return { logicalLocations: [{ name, fullyQualifiedName, kind: 'resource' }] };
}

function suppression(kind: 'inSource' | 'external', justification: string): readonly object[] {
  return [{ kind, status: 'accepted', justification }];
}
