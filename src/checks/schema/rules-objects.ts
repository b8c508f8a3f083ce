const CORE = 'kubernetes, pkg/apis/core/validation/validation.go';
const REFUSED = 'The API server refuses the object.';

/** What is told of fields that belong together. */
export const OBJECT_RULES = {
  'duplicate-entry': {
    severity: 'error',
    rule: 'Entries that are told apart by a key have different keys',
    why: REFUSED,
    source: CORE,
  },
  'hidden-entry': {
    severity: 'warning',
    rule: 'No entry of a list hides another',
    why: 'Of two variables of one name the last one counts; client-side apply loses one of them at the next change, and server-side apply refuses the object.',
    source:
      'kubernetes, pkg/api/pod/warnings.go; x-kubernetes-list-map-keys in api/openapi-spec/swagger.json',
  },
  'exclusive-fields': {
    severity: 'error',
    rule: 'Of fields that exclude each other one is written',
    why: REFUSED,
    source: 'kubernetes, pkg/apis, validation of each group',
  },
  'selector-misses-template': {
    severity: 'error',
    rule: 'A selector matches the labels of its own template',
    why: 'The API server refuses the object: its pods would never be counted as its own.',
    source: 'kubernetes, pkg/apis/apps/validation/validation.go',
  },
  'selector-expression': {
    severity: 'error',
    rule: 'Expressions of selectors have the values that their operator takes',
    why: REFUSED,
    source: 'kubernetes, apimachinery, pkg/apis/meta/v1/validation/validation.go',
  },
  'selector-of-job': {
    severity: 'error',
    rule: 'A Job leaves its selector to the API server',
    why: 'The API server writes a selector with the UID of the Job, and refuses any other.',
    source: 'kubernetes, pkg/apis/batch/validation/validation.go',
  },
  'mount-without-volume': {
    severity: 'error',
    rule: 'What is mounted is a volume of the pod',
    why: 'The API server refuses the object; of a StatefulSet it refuses the pods, one by one, for ever.',
    source: CORE,
  },
  'restart-policy': {
    severity: 'error',
    rule: 'Pods of Jobs end, all others do not',
    why: 'The API server refuses the object. The default is "Always", so a Job must say "Never" or "OnFailure".',
    source: 'kubernetes, pkg/apis/batch and pkg/apis/apps, validation',
  },
  'init-container': {
    severity: 'error',
    rule: 'Init containers have no probes',
    why: REFUSED,
    source: CORE,
  },
  'host-port': {
    severity: 'error',
    rule: 'Ports on the host are the pod’s own, once each',
    why: REFUSED,
    source: CORE,
  },
  'service-fields': {
    severity: 'error',
    rule: 'A Service has the fields of its type',
    why: REFUSED,
    source: CORE,
  },
  'role-reference': {
    severity: 'error',
    rule: 'Bindings name roles and subjects that RBAC knows',
    why: 'The API server refuses the object.',
    source: 'kubernetes, pkg/apis/rbac/validation/validation.go',
  },
  'secret-type': {
    severity: 'error',
    rule: 'A Secret has the keys of its type',
    why: REFUSED,
    source: CORE,
  },
} as const;
