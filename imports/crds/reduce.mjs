// Reduces the custom kinds of this folder to what judges manifests, in the form of src/facts/kubernetes/*.json:
//
//   node imports/crds/reduce.mjs > src/facts/kubernetes/custom.json
//
// One kind a line.
import { readdirSync, readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';

/** Of both monitors. */
const SCRAPING = [
  'basicAuth',
  'enableHttp2',
  'filterRunning',
  'followRedirects',
  'honorTimestamps',
  'noProxy',
  'oauth2',
  'params',
  'proxyConnectHeader',
  'proxyFromEnvironment',
  'proxyUrl',
  'trackTimestampsStaleness',
];
/** Fields that the kinds have and that were cut from the files here, as nothing of ours writes them: they may stand. */
const CUT = {
  'Application': ['operation'],
  'Application.spec': ['sourceHydrator', 'sources'],
  'Application.spec.source': ['chart', 'helm', 'kustomize', 'name', 'plugin'],
  'Application.spec.source.directory': ['jsonnet'],
  'Certificate.spec': [
    'additionalOutputFormats',
    'emailAddresses',
    'encodeUsagesInRequest',
    'keystores',
    'literalSubject',
    'nameConstraints',
    'otherNames',
    'renewBeforePercentage',
    'signatureAlgorithm',
  ],
  'Issuer.spec': ['acme', 'vault', 'venafi'],
  'HTTPRoute.spec': ['useDefaultGateways'],
  'HTTPRoute.spec.rules': ['retry', 'sessionPersistence'],
  'HTTPRoute.spec.rules.filters': ['externalAuth'],
  'HTTPRoute.spec.rules.backendRefs.filters': ['externalAuth'],
  'ServiceMonitor.spec.endpoints': [...SCRAPING, 'bearerTokenFile'].sort(),
  'PodMonitor.spec.podMetricsEndpoints': [...SCRAPING, 'bearerTokenSecret'].sort(),
};
/** Of these there are dozens more. */
const OPEN = new Set(['SecretStore.spec.provider', 'SecretStore.spec.provider.kubernetes.auth']);
/** Text to their schema, and durations of Go to whoever reads them. */
const DURATIONS = new Set([
  'Certificate.spec.duration',
  'Certificate.spec.renewBefore',
  'ExternalSecret.spec.refreshInterval',
]);
const KEPT = [
  'type',
  'format',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'x-kubernetes-list-map-keys',
];

function reduce(schema, path) {
  if (schema['x-kubernetes-int-or-string']) return { $ref: '#/definitions/intstr.IntOrString' };
  const { items, properties, additionalProperties } = schema;
  const required = (schema.required ?? []).filter((key) => !isFilledIn(properties?.[key]));
  const open = schema['x-kubernetes-preserve-unknown-fields'] || OPEN.has(path);
  return {
    ...Object.fromEntries(KEPT.filter((key) => key in schema).map((key) => [key, schema[key]])),
    ...(required.length === 0 ? {} : { required }),
    ...(DURATIONS.has(path) ? { format: 'duration' } : {}),
    ...(items === undefined ? {} : { items: reduce(items, path) }),
    ...(properties === undefined
      ? {}
      : { properties: reduceAll(properties, path), ...(open ? {} : { additionalProperties: false }) }),
    ...(additionalProperties === undefined || typeof additionalProperties === 'boolean'
      ? {}
      : { additionalProperties: reduce(additionalProperties, `${path}.*`) }),
  };
}

/** The API server fills in defaults before it asks what is missing. */
function isFilledIn(schema) {
  return schema?.default !== undefined;
}

function reduceAll(properties, path) {
  const cut = Object.fromEntries([...(CUT[path] ?? []), ...(path.includes('.') ? [] : ['status'])].map((key) => [key, {}]));
  const own = Object.entries(properties).map(([key, schema]) => [
    key,
    path + key === `${path}metadata` && !path.includes('.')
      ? { $ref: '#/definitions/meta.v1.ObjectMeta' }
      : reduce(schema, `${path}.${key}`),
  ]);
  return { ...cut, ...Object.fromEntries(own) };
}

const lines = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .flatMap((file) => loadAll(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')))
  .flatMap(({ spec: { group, names, versions } }) =>
    versions.map(({ name, schema }) => [`${group}/${name}/${names.kind}`, reduce(schema.openAPIV3Schema, names.kind)]),
  )
  .map(([kind, schema]) => `${JSON.stringify(kind)}:${JSON.stringify(schema)}`);
process.stdout.write(`{"title":"Custom kinds","others":[],"definitions":{\n${lines.join(',\n')}\n}}\n`);
