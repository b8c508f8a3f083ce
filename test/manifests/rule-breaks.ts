import { parse } from 'yaml';
import type { Manifest, ManifestObject } from './load';

type Tree = readonly Manifest[];
type Break = (tree: Tree) => Tree;

/** The same tree with another text in one manifest, which must have been there. */
function changed(path: string, from: string | RegExp, to: string): Break {
  return (tree) =>
    tree.map((manifest) => {
      if (!manifest.path.includes(path)) return manifest;
      const text = manifest.text.replace(from, to);
      if (text === manifest.text) throw new Error(`${manifest.path} has no ${String(from)}`);
      return { ...manifest, text, object: parse(text, { version: '1.1' }) as ManifestObject };
    });
}

function without(path: string): Break {
  return (tree) => {
    const rest = tree.filter((manifest) => !manifest.path.includes(path));
    if (rest.length === tree.length) throw new Error(`There is no ${path}`);
    return rest;
  };
}

function twice(path: string): Break {
  return (tree) => [...tree, ...tree.filter((manifest) => manifest.path.includes(path))];
}

const MINIO = 'minio/Deployment.minio.k8s';
const MANAGER = 'gitlab-runner/Deployment.gitlab-runner.k8s';
const CONFIG = 'gitlab-runner/ConfigMap.gitlab-runner.k8s';
const SCRIPT = 'minio/ConfigMap.minio-bucket-init.k8s';
const INIT_JOB = 'minio/Job.minio-bucket-init';
const KEYS_JOB = 'minio/Job.minio-keys';

/** One break of a good tree, and what the rule says of it. */
export const BREAKS: readonly (readonly [rule: string, found: string, edit: Break])[] = [
  ['duplicates', 'Service minio/minio stands twice', twice('Service.minio')],
  [
    'duplicates',
    'variable HOME stands twice',
    changed(MANAGER, 'name: AWS_EC2_METADATA_DISABLED', 'name: HOME'),
  ],
  ['duplicates', 'mount /tmp stands twice', changed(MANAGER, 'mountPath: /etc/gitlab-ca', 'mountPath: /tmp')],
  ['namespaces', 'there is no namespace minio', without('Namespace.minio')],
  ['names', 'the name is refused', changed('Service.minio', '  name: minio', '  name: 1_minio')],
  ['names', 'an image is too long', changed(MINIO, /image: .*silo/, `image: ${'a'.repeat(256)}`)],
  ['names', 'key .. is refused', changed(SCRIPT, 'lifecycle.json: ', '..: ')],
  [
    'names',
    'label app.kubernetes.io/name is refused',
    changed('Service.minio', 'name: minio', `name: ${'a'.repeat(64)}`),
  ],
  ['pods', 'there is no ServiceAccount minio', without('minio/ServiceAccount.minio.')],
  ['pods', 'there is no Secret minio-root', without('Secret.minio-root')],
  [
    'pods',
    'there is no Secret gitlab-runner-toke',
    changed(MANAGER, 'name: gitlab-runner-token', 'name: gitlab-runner-toke'),
  ],
  ['pods', 'Secret gitlab-runner-token has no key tokn', changed(MANAGER, 'key: token', 'key: tokn')],
  [
    'pods',
    'Secret gitlab-ca has no key ca.pem',
    changed(MANAGER, /key: ca.crt(\s+path: ca.crt\s*)$/m, 'key: ca.pem$1'),
  ],
  ['pods', 'Secret minio-root has no key accesskei', changed(MINIO, 'key: accesskey', 'key: accesskei')],
  ['pods', 'Secret s3access has no key rotation-2', changed(INIT_JOB, 'key: rotation-1', 'key: rotation-2')],
  [
    'pods',
    'Secret s3access has no key accesskey',
    changed(KEYS_JOB, 'gitlab-runner/secrets/s3access', 'gitlab-runner/secrets/s3'),
  ],
  [
    'pods',
    'Secret minio-root has no key accesskey',
    changed('minio/Role.minio-keys', 'minio-root', 's3access'),
  ],
  ['pods', 'there is no ConfigMap minio-bucket-init', without(SCRIPT)],
  ['pods', 'there is no PersistentVolumeClaim minio', without('PersistentVolumeClaim')],
  ['pods', 'ConfigMap kube-root-ca.crt has no key ca.key', changed(KEYS_JOB, 'key: ca.crt', 'key: ca.key')],
  [
    'mounts',
    'there is no volume dat',
    changed(MINIO, /mountPath: \/data\s+name: data/, 'mountPath: /data\n              name: dat'),
  ],
  ['mounts', 'nobody mounts volume tmp', changed(MANAGER, /name: tmp$/m, 'name: tmpp')],
  ['mounts', 'volume config has no file config.toml', changed(CONFIG, 'config.toml', 'config.tml')],
  [
    'ports',
    'selects no pod',
    changed('Service.minio', /(selector:\s+app.kubernetes.io\/name: )minio/, '$1mino'),
  ],
  ['ports', 'no container has port s4', changed('Service.minio', 'targetPort: s3', 'targetPort: s4')],
  ['ports', 'minio has no port s4', changed(MINIO, 'port: s3', 'port: s4')],
  [
    'policies',
    'selects no pod',
    changed('NetworkPolicy.minio-keys', /(matchLabels:\s+app.kubernetes.io\/name: )minio-keys/, '$1keys'),
  ],
  ['policies', '0 policies select its pod', without('NetworkPolicy.minio-keys')],
  [
    'policies',
    'there is no peer',
    changed('NetworkPolicy.minio.', 'metadata.name: gitlab-jobs', 'metadata.name: gitlab-job'),
  ],
  [
    'policies',
    'there is no peer',
    changed('NetworkPolicy.jobs', /app.kubernetes.io\/name: minio/, 'app.kubernetes.io/name: mino'),
  ],
  ['roles', 'there is no Role minio/minio-keys', without('minio/Role.minio-keys')],
  ['roles', 'there is no ServiceAccount minio/minio-keys', without('ServiceAccount.minio-keys')],
  ['roles', 'nobody is bound to it', without('gitlab-jobs/RoleBinding')],
  ['roles', 'there is no Secret s3acces', changed('minio/Role.minio-keys', /- s3access$/m, '- s3acces')],
  [
    'runnerConfig',
    'there is no Service at minio.minio.svc.cluster.local:9001',
    changed(CONFIG, ':9000', ':9001'),
  ],
  ['runnerConfig', 'there is no Service at mino.minio', changed(CONFIG, '"minio.minio', '"mino.minio')],
  ['runnerConfig', 'the Service speaks no TLS', changed(CONFIG, 'Insecure = true', 'Insecure = false')],
  [
    'runnerConfig',
    'the address is too long for DNS',
    changed(CONFIG, 'cluster.local', `${'a'.repeat(64)}.local`),
  ],
  [
    'runnerConfig',
    'there is no Namespace gitlab-job',
    changed(CONFIG, 'namespace = "gitlab-jobs"', 'namespace = "gitlab-job"'),
  ],
  ['runnerConfig', 'there is no ServiceAccount gitlab-jo', changed(CONFIG, '"gitlab-job"', '"gitlab-jo"')],
  ['runnerConfig', 'may make no pods in gitlab-jobs', without('gitlab-jobs/RoleBinding')],
  [
    'runnerConfig',
    'there is no variable CI_SERVER_TOKN',
    changed(CONFIG, '${CI_SERVER_TOKEN}', '${CI_SERVER_TOKN}'),
  ],
  [
    'runnerConfig',
    'nothing is mounted at /etc/gitlab-ca/ca.crt',
    changed(MANAGER, 'mountPath: /etc/gitlab-ca', 'mountPath: /etc/ca'),
  ],
  ['runnerConfig', 'nobody reads it', without(MANAGER)],
  ['buckets', '0 ConfigMaps with bucket-init.sh', changed(SCRIPT, 'bucket-init.sh: |', 'bucket.sh: |')],
  [
    'buckets',
    'the script has no "bucket runner-cache"',
    changed(SCRIPT, 'bucket runner-cache', 'bucket runner-cach'),
  ],
  ['buckets', 'the script has no "runner main"', changed(SCRIPT, /^( +)runner main$/m, '$1runner man')],
  [
    'buckets',
    'the script has no "proof main runner-cache cach"',
    changed(CONFIG, 'Path = "cache"', 'Path = "cach"'),
  ],
  ['buckets', 'has no policy', changed(SCRIPT, '/cache/*"', '/cach/*"')],
  ['buckets', 'regions us-east-1, us-east-2', changed(SCRIPT, '--region us-east-1', '--region us-east-2')],
  ['buckets', 'has no file main/secretkey', changed(INIT_JOB, 'path: main/secretkey', 'path: main/secret')],
  ['unused', 'nobody names ServiceAccount minio-keys', without(KEYS_JOB)],
  [
    'unused',
    'nobody names Secret minio-rot',
    changed('Secret.minio-root', '  name: minio-root', '  name: minio-rot'),
  ],
  ['text', 'character U+85', changed(CONFIG, 'log_format', '# \u0085 log_format')],
  ['text', 'character U+d800', changed(CONFIG, 'log_format', '# \ud800 log_format')],
];

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Where a secret of the configuration must not be. */
export const LEAKS: readonly (readonly [string, Break, string])[] = [
  ['in a ConfigMap', changed(CONFIG, 'log_format', '# theusersecret log_format'), 'holds a secret'],
  ['in base64', changed(CONFIG, 'log_format', `# ${base64('theusersecret')} log_format`), 'holds a secret'],
  ['in an argument', changed(MINIO, '- server', '- therootsecret'), 'holds a secret'],
  ['in a variable', changed(MINIO, 'value: us-east-1', 'value: therootuser'), 'holds a secret'],
  ['in an annotation', changed(MANAGER, /rotation: "1"/, 'rotation: the-token-0123456789'), 'holds a secret'],
  [
    "in a Secret's annotation",
    changed('Secret.minio-root', 'labels:', 'annotations:\n    a: theuser\n  labels:'),
    'holds a secret',
  ],
  [
    'of another pair',
    changed('Secret.minio-root', base64('therootuser'), base64('somebody')),
    'not what the configuration says',
  ],
  ['that nobody said', changed(CONFIG, 'log_format', '# glrt-abcdefgh log_format'), 'looks like a key'],
];
