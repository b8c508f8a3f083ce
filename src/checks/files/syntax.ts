import type { SourceFault } from '../../manifests/source';
import { Lines } from '../../text/lines';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';

const ARGO = 'argo-cd, reposerver/repository/repository.go';

/** Texts that nobody can read, or that are read otherwise than they look. */
export const SYNTAX_CHECKS: readonly Check[] = [
  {
    id: 'yaml-syntax',
    severity: 'error',
    rule: 'Each file is YAML or JSON',
    why: 'Argo CD stops at a broken manifest, and passes over a broken file that does not look like one.',
    source: ARGO,
    find: (system) =>
      faultsOf(system, 'syntax').map(({ file, place, reason, text }) => ({
        spot: { file, place },
        message: `Cannot read this as YAML: ${reason.includes('complex keys') ? 'a map stands where a key belongs' : reason}`,
        remedy: /\{[{%]/.test(text)
          ? 'mend the syntax here, or let the tool whose braces these are fill them in first'
          : 'mend the syntax here',
      })),
  },
  {
    id: 'duplicate-key',
    severity: 'error',
    rule: 'No map has the same key twice',
    why: 'kubectl and Argo CD keep the last of the two without a message: the other one is lost.',
    source: 'sigs.k8s.io/yaml, Unmarshal; tried with kubectl create',
    find: (system) =>
      faultsOf(system, 'duplicate').map(({ file, place }) => ({
        spot: { file, place },
        message: 'This key is there twice, and all but the last are lost in silence',
        remedy: 'remove one of the two',
      })),
  },
  {
    id: 'helm-template-left',
    severity: 'error',
    rule: 'No manifest is a template of Helm',
    why: 'Nothing fills in the braces when a plain manifest is applied: it is refused, or its name is the braces.',
    source: 'https://helm.sh/docs/chart_template_guide/',
    find: (system) => [...faultsOf(system, 'template').map(templateFault), ...system.view(templatesInFields)],
  },
];

const TEMPLATE =
  /\{\{-?\s*(?:\.(?:Values|Release|Chart|Capabilities|Files)\b|(?:include|template|toYaml|tpl|define)\s)/;
/** Of a text that is no YAML, where less is enough. */
const BROKEN_TEMPLATE =
  /\{\{-?\s*(?:\.|\$|if\b|else\b|end\b|with\b|range\b|include\b|template\b|define\b|toYaml\b)/;

type FaultKind = 'syntax' | 'duplicate' | 'template';

function faultsOf({ tree }: System, kind: FaultKind): readonly SourceFault[] {
  return tree.faults.filter((fault) => kindOf(fault) === kind);
}

function kindOf({ reason, text }: SourceFault): FaultKind {
  if (BROKEN_TEMPLATE.test(text)) return 'template';
  return reason.includes('duplicated mapping key') ? 'duplicate' : 'syntax';
}

const TEMPLATE_WORDS = {
  message: 'This is a template of Helm, and nothing fills it in',
  remedy: 'render the chart, with "helm template", and take its output',
} as const;

function templateFault({ file, text, place }: SourceFault): Fault {
  const start = file.text.indexOf(text);
  const offset = start < 0 ? -1 : start + text.search(BROKEN_TEMPLATE);
  return { spot: { file, place: offset < 0 ? place : new Lines(file.text).at(offset) }, ...TEMPLATE_WORDS };
}

/** ConfigMaps, Secrets and custom resources hold templates of others by right. */
function templatesInFields({ manifests }: System): readonly Fault[] {
  return manifests
    .filter(({ file }) => file.text.includes('{{'))
    .flatMap((manifest) =>
      ['name', 'namespace', 'labels', 'annotations']
        .map((key) => ['metadata', key])
        .filter((path) => TEMPLATE.test(JSON.stringify(manifest.at(...path) ?? null)))
        .slice(0, 1)
        .map((path) => ({ spot: { manifest, path, part: 'value' }, ...TEMPLATE_WORDS })),
    );
}
