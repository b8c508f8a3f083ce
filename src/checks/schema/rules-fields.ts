/** What is told of the shape of objects. */
export const FIELD_RULES = {
  'unknown-field': {
    severity: 'error',
    rule: 'Each field is one that its kind has',
    why: 'kubectl and server-side apply refuse the object; a client that does not ask for strictness, Argo CD among them, drops the field in silence, and what it should have said is not said.',
    source: 'kubernetes, api/openapi-spec/swagger.json, and KEP-2885 (server-side field validation)',
  },
  'field-of-other-release': {
    severity: 'error',
    rule: 'Each field is one that the chosen Kubernetes has',
    why: 'An older API server knows nothing of a newer field: it refuses the object, or drops the field in silence.',
    source: 'kubernetes, api/openapi-spec/swagger.json of both releases',
  },
  'wrong-type': {
    severity: 'error',
    rule: 'Each value has the type of its field',
    why: 'The API server cannot read the object at all.',
    source: 'kubernetes, api/openapi-spec/swagger.json',
  },
  'unquoted-text': {
    severity: 'error',
    rule: 'Numbers and booleans that are meant as text stand in quotes',
    why: 'YAML reads 8080, yes and true as no text. The API server refuses the object, for labels, annotations, data and env alike; Argo CD reads a numeric annotation otherwise than it is compared.',
    source: 'sigs.k8s.io/yaml, and kubernetes, api/openapi-spec/swagger.json',
  },
  'missing-field': {
    severity: 'error',
    rule: 'Each object has the fields that the API server asks for',
    why: 'The API server refuses the object.',
    source: 'kubernetes, api/openapi-spec/swagger.json, and pkg/apis, validation of each group',
  },
  'unknown-value': {
    severity: 'error',
    rule: 'Where the API knows a few words, one of them is written',
    why: 'The API server refuses the object. The words are case-sensitive.',
    source: 'kubernetes, pkg/generated/openapi/zz_generated.openapi.go',
  },
  'unknown-kind': {
    severity: 'error',
    rule: 'Each kind of a built-in group exists',
    why: 'No API server takes the object: "no matches for kind".',
    source: 'kubernetes, api/openapi-spec/swagger.json',
  },
  'api-version-not-served': {
    severity: 'error',
    rule: 'Each version is served by the chosen Kubernetes',
    why: 'A version that was removed, or is not there yet, is refused: "no matches for kind".',
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  },
  'incomplete-object': {
    severity: 'error',
    rule: 'Each object has apiVersion, kind and a name',
    why: 'Without them nobody can apply it; Argo CD passes over a document without kind in silence.',
    source:
      'kubernetes, apimachinery, pkg/api/validation/objectmeta.go; argo-cd, reposerver/repository/repository.go',
  },
  'unknown-custom-kind': {
    severity: 'note',
    rule: 'The schema of each custom kind is known here',
    why: 'Of kinds whose schema is not known, nothing is checked but their names.',
    source: 'imports/crds of runner-cache',
  },
} as const;
