/** How each scanner is run with its default checks, and how its findings are counted: errors and warnings. */
export const TOOLS = {
  kubeconform: {
    run: ({ folder, schemas }) => ['-strict', '-output', 'json', '-schema-location', schemas, folder],
    count: (out) => {
      const wrong = (JSON.parse(out).resources ?? []).filter(({ status }) => status !== 'statusSkipped');
      return named(
        wrong.map(({ filename, msg }) => `${filename}: ${msg}`),
        [],
      );
    },
  },
  'kube-score': {
    run: ({ files }) => ['score', '--output-format', 'ci', ...files],
    count: (out) => {
      const lines = out.split('\n');
      return named(
        lines.filter((line) => line.startsWith('[CRITICAL]')),
        lines.filter((line) => line.startsWith('[WARNING]')),
      );
    },
  },
  checkov: {
    run: ({ folder }) =>
      `-d ${folder} --framework kubernetes --skip-download --compact --quiet -o json`.split(' '),
    count: (out) => {
      const failed = JSON.parse(out).results?.failed_checks ?? [];
      return named(
        failed.map(({ check_id, resource }) => `${check_id} ${resource}`),
        [],
      );
    },
  },
  'kube-linter': {
    run: ({ folder }) => ['lint', '--format', 'json', folder],
    count: (out) =>
      named(
        (JSON.parse(out).Reports ?? []).map(({ Check, Diagnostic }) => `${Check}: ${Diagnostic.Message}`),
        [],
      ),
  },
  polaris: {
    run: ({ folder }) => ['audit', '--audit-path', folder, '--format', 'json'],
    count: (out) => {
      const said = [...flat(JSON.parse(out).Results ?? [])].filter(({ Success }) => Success === false);
      const at = (severity) => said.filter(({ Severity }) => Severity === severity).map(({ ID }) => ID);
      return named(at('danger'), at('warning'));
    },
  },
  trivy: {
    run: ({ folder, told }) => {
      const { ignoreFile, data } = told();
      const files = ['--ignorefile', ignoreFile, '--config-data', data];
      return ['config', '--skip-check-update', '--quiet', '--format', 'json', ...files, folder];
    },
    count: (out) => {
      const said = (JSON.parse(out).Results ?? []).flatMap(({ Target, Misconfigurations }) =>
        (Misconfigurations ?? []).map(({ ID, Severity }) => ({ text: `${ID} ${Target}`, Severity })),
      );
      const of = (high) =>
        said
          .filter(({ Severity }) => ['HIGH', 'CRITICAL'].includes(Severity) === high)
          .map(({ text }) => text);
      return named(of(true), of(false));
    },
  },
};

function named(errors, warnings) {
  return { errors, warnings };
}

/** Polaris keeps results by id at several depths. */
function* flat(value) {
  if (typeof value !== 'object' || value === null) return;
  if ('Success' in value && 'ID' in value) yield value;
  for (const inner of Object.values(value)) yield* flat(inner);
}
