const CORE = 'kubernetes, pkg/apis/core/validation/validation.go';
const FORMS = 'kubernetes, apimachinery, pkg/util/validation/validation.go';
const REFUSED = 'The API server refuses the object.';

/** What is told of single values. */
export const VALUE_RULES = {
  'quantity-syntax': {
    severity: 'error',
    rule: 'Amounts of CPU, memory and storage are quantities',
    why: 'The API server cannot read the object at all. A quantity is a number and one of m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei.',
    source: 'kubernetes, apimachinery, pkg/api/resource/quantity.go',
  },
  'fractional-bytes': {
    severity: 'warning',
    rule: 'Amounts of memory and storage are whole bytes',
    why: 'A suffix "m" means thousandths: "128m" of memory is an eighth of one byte. The API server takes it with a warning, and the container is killed as it starts.',
    source: CORE,
  },
  'request-above-limit': {
    severity: 'error',
    rule: 'A request is at most its limit',
    why: REFUSED,
    source: CORE,
  },
  'number-range': {
    severity: 'error',
    rule: 'Each number lies in the range of its field',
    why: REFUSED,
    source: 'kubernetes, pkg/apis, validation of each group',
  },
  'object-name': {
    severity: 'error',
    rule: 'Names of objects and namespaces have the form of their kind',
    why: 'The API server refuses the object. Most names are DNS subdomains; a Service, a StatefulSet and a Namespace have labels without dots.',
    source: 'kubernetes, pkg/apis, validation of each group',
  },
  'part-name': {
    severity: 'error',
    rule: 'Names inside of objects are DNS names',
    why: REFUSED,
    source: CORE,
  },
  'label-syntax': {
    severity: 'error',
    rule: 'Labels, and selectors of labels, have the form of labels',
    why: REFUSED,
    source: FORMS,
  },
  'annotation-key': {
    severity: 'error',
    rule: 'Keys of annotations are qualified names',
    why: REFUSED,
    source: FORMS,
  },
  'port-number': {
    severity: 'error',
    rule: 'Ports lie between 1 and 65535',
    why: REFUSED,
    source: FORMS,
  },
  'port-name': {
    severity: 'error',
    rule: 'Names of ports have the form of service names',
    why: 'The API server refuses the object. A number in quotes is a name, and none that it takes.',
    source: FORMS,
  },
  'data-key': {
    severity: 'error',
    rule: 'Keys of ConfigMaps and Secrets are file names',
    why: REFUSED,
    source: FORMS,
  },
  'data-base64': {
    severity: 'error',
    rule: 'What Kubernetes keeps as bytes, such as the data of a Secret, is base64',
    why: 'The API server cannot read the object at all.',
    source: 'Go, encoding/base64 by encoding/json',
  },
  'env-name': {
    severity: 'error',
    rule: 'Names of environment variables are such names',
    why: REFUSED,
    source: `${FORMS}; KEP-4369 for 1.32 and later`,
  },
  'duration-syntax': {
    severity: 'error',
    rule: 'Durations are those of Go',
    why: 'The controller of the kind cannot read the object, and stops or ignores it.',
    source: 'Go, time.ParseDuration',
  },
  'cidr-syntax': {
    severity: 'error',
    rule: 'Ranges of addresses are CIDRs',
    why: REFUSED,
    source: 'kubernetes, pkg/apis/networking/validation/validation.go',
  },
  'cron-schedule': {
    severity: 'error',
    rule: 'Schedules of CronJobs are those of cron',
    why: REFUSED,
    source: 'github.com/robfig/cron/v3, parser.go; kubernetes, pkg/apis/batch/validation/validation.go',
  },
  'value-form': {
    severity: 'error',
    rule: 'Each text has the form that its field asks for',
    why: REFUSED,
    source: 'kubernetes, pkg/apis, validation of each group',
  },
} as const;
