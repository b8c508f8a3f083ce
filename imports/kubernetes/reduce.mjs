// Reduces the API of a Kubernetes release to what judges manifests: every built-in kind that people keep in Git, with
// unknown fields refused. How it was run, with the folder that the first command prints as "Dir":
//
//   go mod download -json k8s.io/kubernetes@v1.37.2
//   node imports/kubernetes/reduce.mjs DIR v1.37.2 > src/facts/kubernetes/1.37.json
//
// One definition a line, so that a diff between two releases can be read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, release] = process.argv.slice(2);
if (folder === undefined || release === undefined) throw new Error('usage: reduce.mjs FOLDER RELEASE');
const { definitions } = JSON.parse(readFileSync(join(folder, 'api/openapi-spec/swagger.json'), 'utf8'));

const GVK = 'x-kubernetes-group-version-kind';
/** Questions and answers of the API server, which nobody keeps in Git. */
const LEFT_OUT =
  /^(?:authentication\.k8s\.io|authorization\.k8s\.io|events\.k8s\.io|internal\.apiserver\.k8s\.io|storagemigration\.k8s\.io|lifecycle\.k8s\.io)$/;
const LEFT_OUT_KINDS =
  /^(?:APIGroup|APIVersions|Binding|ComponentStatus|DeleteOptions|Event|Eviction|Scale|Status|WatchEvent|.*List)$/;
/** What merges need (list keys, patch keys) stays; descriptions, defaults and unions go. */
const KEPT = [
  'type',
  'format',
  'enum',
  'required',
  GVK,
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-map-type',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-patch-merge-key',
];
/** The API server does without these, whatever OpenAPI says. */
const NOT_ASKED = {
  'storage.v1.CSIDriver': ['spec'],
  'storage.v1.CSINode': ['spec'],
  'storage.v1.CSINodeSpec': ['drivers'],
  'core.v1.ScaleIOVolumeSource': ['secretRef'],
  'core.v1.ScaleIOPersistentVolumeSource': ['secretRef'],
  'core.v1.LimitRangeSpec': ['limits'],
  'core.v1.HTTPHeader': ['value'],
  'core.v1.Sysctl': ['value'],
  'scheduling.v1.PriorityClass': ['value'],
  'rbac.v1.RoleRef': ['apiGroup'],
  'networking.v1.NetworkPolicySpec': ['podSelector'],
  'apps.v1.StatefulSetSpec': ['serviceName'],
  'discovery.v1.EndpointSlice': ['endpoints'],
};
/** OpenAPI 2 cannot say these: it calls both text. */
const FIXED = {
  'resource.Quantity': { oneOf: [{ type: 'string' }, { type: 'number' }] },
  'intstr.IntOrString': { oneOf: [{ type: 'string' }, { type: 'integer' }] },
};

const reduced = new Map();
const sources = new Map();
const open = Object.keys(definitions).filter(isKind);
for (let name = open.pop(); name !== undefined; name = open.pop()) {
  const short = shortOf(name);
  if (sources.has(short) && sources.get(short) !== name) throw new Error(`two definitions ${short}`);
  if (sources.has(short)) continue;
  sources.set(short, name);
  reduced.set(short, FIXED[short] ?? asked(short, reduce(definitions[name])));
}

addEnums();

function asked(name, { required, ...schema }) {
  const left = required?.filter((field) => !NOT_ASKED[name]?.includes(field)) ?? [];
  const { type, ...more } = schema;
  return left.length === 0 ? schema : { type, required: left, ...more };
}

/** The values of a field stand in the generated Go alone: the swagger file leaves them out. */
function addEnums() {
  const go = readFileSync(join(folder, 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8');
  let [definition, property] = [];
  for (const line of go.split('\n')) {
    definition = /^func schema_k8sio_api_(\w+?)_(v\w+?)_(\w+)\(/.exec(line)?.slice(1).join('.') ?? definition;
    property = /^\t{5}"([^"]+)": \{$/.exec(line)?.[1] ?? property;
    const values = /^\t+Enum: +\[\]interface\{\}\{(.*)\},$/.exec(line)?.[1];
    const schema = reduced.get(definition)?.properties?.[property];
    if (values !== undefined && schema !== undefined) (schema.items ?? schema).enum = [...new Set(JSON.parse(`[${values}]`))];
  }
}

function isKind(name) {
  const [gvk, ...more] = definitions[name][GVK] ?? [];
  if (gvk === undefined || more.length > 0 || /alpha/.test(gvk.version)) return false;
  return !LEFT_OUT.test(gvk.group) && !LEFT_OUT_KINDS.test(gvk.kind);
}

function reduce(schema) {
  const { $ref, items, properties, additionalProperties } = schema;
  if ($ref !== undefined) return { $ref: refTo($ref), ...kept(schema) };
  return {
    ...kept(schema),
    ...(items === undefined ? {} : { items: reduce(items) }),
    ...(properties === undefined ? {} : { properties: reduceAll(properties), additionalProperties: false }),
    ...(additionalProperties === undefined ? {} : { additionalProperties: reduce(additionalProperties) }),
  };
}

/** The status is the server's, so anything may stand there; that is a third of all definitions. */
function reduceAll(properties) {
  return Object.fromEntries(
    Object.entries(properties)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, schema]) => [key, key === 'status' && '$ref' in schema ? { type: 'object' } : reduce(schema)]),
  );
}

function kept(schema) {
  return Object.fromEntries(KEPT.filter((key) => key in schema).map((key) => [key, schema[key]]));
}

function refTo(ref) {
  const name = ref.replace('#/definitions/', '');
  open.push(name);
  return `#/definitions/${shortOf(name)}`;
}

/** `core.v1.Pod` for `io.k8s.api.core.v1.Pod`. */
function shortOf(name) {
  return name.replace(/^io\.k8s\.(?:[a-z-]+\.)*?(?:apis|api|util)\./, '');
}

/** Kinds that exist and of which nothing is said here, so that nobody takes them for unknown. */
const others = Object.values(definitions)
  .flatMap((definition) => definition[GVK] ?? [])
  .map(({ group, version, kind }) => `${group}/${version}/${kind}`)
  .filter((kind) => !/\/(?:DeleteOptions|WatchEvent|List)$/.test(kind) && !kinds().has(kind));

function kinds() {
  return new Set(
    [...reduced.values()]
      .flatMap((schema) => schema[GVK] ?? [])
      .map(({ group, version, kind }) => `${group}/${version}/${kind}`),
  );
}

const lines = [...reduced]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`);
process.stdout.write(
  `{"title":"Kubernetes ${release}","others":${JSON.stringify([...new Set(others)].sort())},"definitions":{\n${lines.join(',\n')}\n}}\n`,
);
