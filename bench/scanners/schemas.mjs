/** Writes the API of a Kubernetes release as kubeconform wants it: a file a kind, named `deployment-apps-v1.json`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function writeSchemas(api, folder) {
  const { definitions } = JSON.parse(readFileSync(api, 'utf8'));
  mkdirSync(folder, { recursive: true });
  for (const [name, { 'x-kubernetes-group-version-kind': kinds = [] }] of Object.entries(definitions)) {
    for (const { group, version, kind } of kinds) {
      const file = [kind.toLowerCase(), ...(group === '' ? [] : [group.split('.')[0]]), version].join('-');
      const schema = { $ref: `#/definitions/${name}`, definitions };
      writeFileSync(join(folder, `${file}.json`), JSON.stringify(schema));
    }
  }
  return join(folder, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
}
