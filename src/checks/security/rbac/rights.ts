import type { Severity } from '../../../findings/finding';
import type { Check, Fault } from '../../check';
import { grantsOf, type Grant } from './grants';

const GOOD_PRACTICES = 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/';

/** A right by which its owner gets more than it says. */
interface Right {
  readonly id: string;
  readonly severity: Severity;
  readonly rule: string;
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Harmless where it is for named objects. */
  readonly unnamed?: boolean;
  readonly means: string;
  readonly remedy: string;
}

const RBAC_GROUP = ['rbac.authorization.k8s.io'];
const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch'];
const DELETE = ['delete', 'deletecollection'];
const ROLES = ['roles', 'clusterroles'];
const POD_MAKERS = [
  ...['pods', 'replicationcontrollers'],
  ...['deployments', 'replicasets', 'daemonsets', 'statefulsets', 'jobs', 'cronjobs'],
];

const RIGHTS: readonly Right[] = [
  {
    id: 'rbac-escalate',
    severity: 'error',
    rule: 'Nobody may escalate, bind or impersonate',
    groups: [...RBAC_GROUP, '', 'authentication.k8s.io'],
    resources: [...ROLES, 'users', 'groups', 'serviceaccounts', 'uids'],
    verbs: ['escalate', 'bind', 'impersonate'],
    means: 'its owner can give itself any right of the cluster',
    remedy: 'remove the verb, or name the few roles it is for in "resourceNames"',
    unnamed: true,
  },
  {
    id: 'rbac-roles-write',
    severity: 'warning',
    rule: 'Nobody but who manages the cluster writes roles and bindings',
    groups: RBAC_GROUP,
    resources: [...ROLES, 'rolebindings', 'clusterrolebindings'],
    verbs: WRITE,
    means: 'its owner can hand its rights to others, and keeps them when its own binding is gone',
    remedy: 'remove the rule, and write roles into Git instead',
  },
  {
    id: 'rbac-pods-exec',
    severity: 'warning',
    rule: 'Nobody may run commands in the pods of others',
    groups: [''],
    resources: ['pods/exec', 'pods/attach'],
    verbs: ['create', 'get'],
    means: 'its owner can run commands in each pod here, with the keys and the account of that pod',
    remedy: 'remove the rule, or keep nothing else in this namespace and accept it with a reason',
  },
  {
    id: 'rbac-pods-debug',
    severity: 'warning',
    rule: 'Nobody puts containers into the pods of others',
    groups: [''],
    resources: ['pods/ephemeralcontainers'],
    verbs: ['update', 'patch'],
    means: 'its owner can run any image in each pod here, and mount the Secrets of that pod',
    remedy: 'remove the rule, or keep nothing else in this namespace and accept it with a reason',
  },
  {
    id: 'rbac-secrets-read',
    severity: 'warning',
    rule: 'Who reads Secrets reads those it names',
    groups: [''],
    resources: ['secrets'],
    verbs: READ,
    unnamed: true,
    means: 'its owner can read all Secrets here, also those that come later',
    remedy: 'name the Secrets in "resourceNames"',
  },
  {
    id: 'rbac-secrets-rights',
    severity: 'note',
    rule: 'Secrets reach pods as mounts, not through the API',
    groups: [''],
    resources: ['secrets'],
    verbs: [...READ, ...WRITE, ...DELETE],
    means: 'its owner reads or changes Secrets without any pod that says so',
    remedy: 'mount the Secret and remove the rule, or accept it with a reason',
  },
  {
    id: 'rbac-delete',
    severity: 'note',
    rule: 'Nobody but who made them deletes workloads and what they need',
    groups: ['', 'apps', 'batch'],
    resources: [...POD_MAKERS, 'secrets', 'services', 'persistentvolumeclaims'],
    verbs: DELETE,
    means: 'its owner can stop what runs here, or lose its data',
    remedy: 'remove the verb, or accept it with a reason',
  },
  {
    id: 'rbac-pods-create',
    severity: 'warning',
    rule: 'Nobody makes pods beside the keys of others',
    groups: ['', 'apps', 'batch'],
    resources: POD_MAKERS,
    verbs: ['create'],
    means: 'its owner can mount each Secret and act as each ServiceAccount of the namespace',
    remedy: 'remove the verb, or keep nothing else in this namespace and accept it with a reason',
  },
  {
    id: 'rbac-token-create',
    severity: 'error',
    rule: 'Nobody issues tokens of accounts',
    groups: [''],
    resources: ['serviceaccounts/token'],
    verbs: ['create'],
    unnamed: true,
    means: 'its owner can act as each ServiceAccount here',
    remedy: 'remove the rule, or name the accounts in "resourceNames"',
  },
  {
    id: 'rbac-nodes-proxy',
    severity: 'error',
    rule: 'Nobody speaks to kubelets past the API server',
    groups: [''],
    resources: ['nodes/proxy'],
    verbs: ['get', 'create'],
    means: 'its owner can run commands in each pod of each node, and no audit log has it',
    remedy: 'ask for "nodes/metrics" and "nodes/stats" instead',
  },
  {
    id: 'rbac-webhooks-write',
    severity: 'warning',
    rule: 'Nobody but who manages the cluster writes admission webhooks',
    groups: ['admissionregistration.k8s.io'],
    resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
    verbs: WRITE,
    unnamed: true,
    means: 'its owner can read and change each object of the cluster as it is written, Secrets too',
    remedy: 'remove the verbs, or name the webhooks in "resourceNames"',
  },
];

export const RIGHT_CHECKS: readonly Check[] = RIGHTS.map((right) => ({
  id: right.id,
  severity: right.severity,
  rule: right.rule,
  why: `By it ${right.means}.`,
  source: GOOD_PRACTICES,
  find: (system) =>
    system
      .view(grantsOf)
      .filter((grant) => gives(grant, right))
      .map((grant) => faultOf(grant, right)),
}));

/** What asks for everything is told as a wildcard. */
function gives({ groups, resources, verbs, names }: Grant, right: Right): boolean {
  return (
    groups.some((group) => group === '*' || right.groups.includes(group)) &&
    resources.some((resource) => right.resources.includes(resource)) &&
    verbs.some((verb) => verb === '*' || right.verbs.includes(verb)) &&
    !(right.unnamed === true && names.length > 0)
  );
}

function faultOf({ manifest, path, resources, verbs }: Grant, right: Right): Fault {
  const index = resources.findIndex((resource) => right.resources.includes(resource));
  const asked = verbs.filter((verb) => verb === '*' || right.verbs.includes(verb));
  return {
    spot: { manifest, path: [...path, 'resources', index] },
    message: `${manifest.kind} "${manifest.name}" grants ${asked.map((verb) => `"${verb}"`).join(', ')} on "${resources[index] ?? ''}": ${right.means}`,
    remedy: right.remedy,
  };
}
