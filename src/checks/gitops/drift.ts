import { ARGO } from '../../facts/argocd';
import type { Manifest } from '../../manifests/manifest';
import { isMap, textOf, textsOf } from '../../manifests/value';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';

const SEEN = 'seen with Argo CD 3.2';

/** What makes a tree never equal to its cluster, or changes the cluster with each sync. */
export const DRIFT_CHECKS: readonly Check[] = [
  {
    id: 'secret-data-empty-map',
    severity: 'warning',
    rule: 'A Secret that is filled in the cluster has no "data" in its file',
    why: 'An empty map differs from what has been filled in: the Application is OutOfSync for ever.',
    source: SEEN,
    find: (system) => system.ofKind('', 'Secret').flatMap(emptyMaps),
  },
  {
    id: 'secret-value-emptied',
    severity: 'warning',
    rule: 'No file empties a key of a Secret',
    why: 'A key that is there without a value empties what the cluster has filled in, with each sync.',
    source: SEEN,
    find: (system) => system.ofKind('', 'Secret').flatMap(emptyValues),
  },
  {
    id: 'cluster-ip-empty',
    severity: 'warning',
    rule: 'A Service leaves its address to the cluster by saying nothing',
    why: 'An empty address differs from the one that the cluster gives: the Application is OutOfSync for ever.',
    source: SEEN,
    find: (system) =>
      system
        .ofKind('', 'Service')
        .filter((service) => service.at('spec', 'clusterIP') === '')
        .map((manifest) => ({
          spot: { manifest, path: ['spec', 'clusterIP'], part: 'key' },
          message: 'The cluster gives this Service an address, so it differs from its file for ever',
          remedy: 'remove "clusterIP"',
        })),
  },
  {
    id: 'replicas-with-autoscaler',
    severity: 'warning',
    rule: 'What an autoscaler scales does not say its replicas',
    why: 'Each apply sets the number back that the autoscaler has chosen, and pods come and go.',
    source:
      'https://argo-cd.readthedocs.io/en/stable/user-guide/best_practices/#leaving-room-for-imperativeness',
    find: scaled,
  },
  {
    id: 'checksum-of-nothing',
    severity: 'warning',
    rule: 'A checksum is one of something',
    why: 'A pod is to start anew when a file changes, so its checksum is an annotation. The checksum of nothing never changes.',
    source: 'gitlab-runner chart, templates/deployment.yaml with "runners.secret"; SHA-256 of an empty text',
    find: ({ workloads }) =>
      workloads.flatMap(({ manifest, annotations, templatePath }) =>
        Object.entries(annotations)
          .filter(([, value]) => OF_NOTHING.includes(value))
          .map(([key]) => ({
            spot: { manifest, path: [...templatePath, 'metadata', 'annotations', key] },
            message: `"${key}" is the checksum of nothing, so no change ever starts these pods anew`,
            remedy: 'make it of the file that the pods read, or remove it',
          })),
      ),
  },
  {
    id: 'external-secret-copies-metadata',
    severity: 'warning',
    rule: 'An ExternalSecret says the labels and annotations of its Secret',
    why: 'Without "target.template" the Secret gets all of the ExternalSecret, with waves, options and what Argo CD tracks it by: Argo CD takes the Secret for its own.',
    source:
      'external-secrets, pkg/controllers/externalsecret/externalsecret_controller_template.go, setMetadata',
    find: (system) =>
      system
        .ofKind('external-secrets.io', 'ExternalSecret')
        .filter((manifest) => copies(manifest) && manifest.at('spec', 'target', 'template') === undefined)
        .map((manifest) => ({
          spot: { manifest, path: ['spec', 'target'], part: 'key' },
          message: 'The Secret gets the annotations that Argo CD reads on this ExternalSecret',
          remedy: 'add "spec.target.template" with "metadata: {}"',
        })),
  },
];

/** SHA-256, SHA-1 and MD5 of an empty text, and SHA-256 of an empty line. */
const OF_NOTHING = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'd41d8cd98f00b204e9800998ecf8427e',
  '01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b',
];

/** The runner wants each of its two tokens to be there, and one of them to be empty. */
const EMPTY_ON_PURPOSE = ['runner-token', 'runner-registration-token'];

function emptyMaps(manifest: Manifest): readonly Fault[] {
  return ['data', 'stringData'].flatMap((key): Fault[] => {
    const value = manifest.at(key);
    if (!isMap(value) || Object.keys(value).length > 0) return [];
    return [
      {
        spot: { manifest, path: [key], part: 'key' },
        message: `Argo CD shows this Secret as OutOfSync for ever once it is filled, because "${key}" is there and empty`,
        remedy: `remove "${key}"`,
      },
    ];
  });
}

/** Where the file fills other keys it is the file that fills the Secret, and the empty value is likely meant. */
function emptyValues(manifest: Manifest): readonly Fault[] {
  const values = ['data', 'stringData'].flatMap((key) =>
    Object.entries(textsOf(manifest.at(key))).map(([name, value]) => ({ path: [key, name], name, value })),
  );
  const isFilled = values.some(({ value }) => value !== '');
  return values
    .filter(({ name, value }) => value === '' && !EMPTY_ON_PURPOSE.includes(name))
    .map(({ path, name }) => ({
      spot: { manifest, path, part: 'key' },
      message: `Each sync empties "${name}" of this Secret`,
      remedy: `remove "${name}", and let the cluster fill it`,
      ...(isFilled ? { severity: 'note' as const } : {}),
    }));
}

function scaled(system: System): readonly Fault[] {
  const scalers = [
    ...system.ofKind('autoscaling', 'HorizontalPodAutoscaler'),
    ...system.ofKind('keda.sh', 'ScaledObject'),
  ];
  return scalers.flatMap((scaler): Fault[] => {
    const [kind, name] = ['kind', 'name'].map((key) => textOf(scaler.at('spec', 'scaleTargetRef', key)));
    const target = system.tryFind('apps', kind ?? 'Deployment', scaler.namespace, name ?? '');
    if (target?.at('spec', 'replicas') === undefined) return [];
    return [
      {
        spot: { manifest: target, path: ['spec', 'replicas'], part: 'key' },
        message: `Each apply sets back the number that ${scaler.kind} "${scaler.name}" has chosen`,
        remedy: 'remove "replicas"',
      },
    ];
  });
}

function copies(manifest: Manifest): boolean {
  return Object.keys(textsOf(manifest.at('metadata', 'annotations'))).some((key) => key.startsWith(ARGO));
}
