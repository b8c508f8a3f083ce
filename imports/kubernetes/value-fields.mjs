// Tells which fields of the API are values in Go and no pointers: there zero and absence are one. OpenAPI does not say it.
// How it was run, with the folders that the first command prints as "Dir":
//
//   go mod download -json k8s.io/api@v0.33.13 k8s.io/apimachinery@v0.33.13
//   node imports/kubernetes/value-fields.mjs API APIMACHINERY > src/facts/kubernetes/value-fields.json
//
// A field that a later release adds is in none of it, and counts as a pointer: what differs is told.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [api, machinery] = process.argv.slice(2);
if (api === undefined || machinery === undefined) throw new Error('usage: value-fields.mjs API APIMACHINERY');

const { definitions } = JSON.parse(
  readFileSync(new URL('../../src/facts/kubernetes/1.37.json', import.meta.url), 'utf8'),
);
const files = readdirSync(api, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: group }) =>
    readdirSync(join(api, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name: version }) => [`${group}.${version}`, join(api, group, version)]),
  );
files.push(['meta.v1', join(machinery, 'pkg/apis/meta/v1')]);

const found = {};
for (const [prefix, folder] of files) {
  const structs = structsIn(folder);
  for (const name of structs.keys()) {
    const { properties } = definitions[`${prefix}.${name}`] ?? {};
    const fields = valueFields(name, structs).filter((field) => properties?.[field] !== undefined);
    if (fields.length > 0) found[`${prefix}.${name}`] = fields;
  }
}
const lines = Object.entries(found)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([name, fields]) => `${JSON.stringify(name)}: ${JSON.stringify(fields)}`);
process.stdout.write(`{\n${lines.join(',\n')}\n}\n`);

/** The lines between the braces of each struct. */
function structsIn(folder) {
  const structs = new Map();
  for (const file of readdirSync(folder).filter((name) => /^(?:\w+_)?types\.go$/.test(name))) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, name, body] of text.matchAll(/^type (\w+) struct \{\n(.*?)^\}/gms))
      structs.set(name, body.split('\n').map((line) => line.trim()));
  }
  return structs;
}

function valueFields(name, structs) {
  return (structs.get(name) ?? []).flatMap((line) => {
    const [, type, tag] = /^(?:\w+\s+)?([\w.*[\]]+)\s+`json:"([^"]*)"/.exec(line) ?? [];
    if (type === undefined || /^\*|^\[|^map\[/.test(type)) return [];
    const [field] = tag.split(',');
    return field === '' ? valueFields(type, structs) : [field];
  });
}
