/** Writes the API of a Kubernetes release, and known custom kinds, as kubeconform wants them: a file a kind, named `deployment-apps-v1.json`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function writeSchemas(api, custom, folder) {
  const kinds = definitionsIn(custom);
  const definitions = { ...definitionsIn(api), ...kinds };
  mkdirSync(folder, { recursive: true });
  for (const [name, { 'x-kubernetes-group-version-kind': known = [] }] of Object.entries(definitions)) {
    for (const { group, version, kind } of name in kinds ? [customKind(name)] : known) {
      const file = [kind.toLowerCase(), ...(group === '' ? [] : [group.split('.')[0]]), version].join('-');
      const schema = { $ref: `#/definitions/${name.replaceAll('/', '~1')}`, definitions };
      writeFileSync(join(folder, `${file}.json`), JSON.stringify(schema));
    }
  }
  return join(folder, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
}

function definitionsIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).definitions;
}

/** Of `argoproj.io/v1alpha1/Application`. */
function customKind(name) {
  const [group, version, kind] = name.split('/');
  return { group, version, kind };
}
