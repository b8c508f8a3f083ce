import { EXAMPLES, exampleConfiguration, manifestsOf, podTemplateOf, values, type Manifest } from './load';

/** A thing that an object names, by kind and namespace. */
type Reference = readonly [kind: string, namespace: string, name: string];

const key = ([kind, namespace, name]: Reference): string => `${kind} ${namespace}/${name}`;

/** What every cluster or a person brings. */
const BROUGHT = /^ConfigMap .*\/kube-root-ca\.crt$|^Secret .*\/(gitlab-runner-token|gitlab-ca)$/;

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/\.secretKeyRef\.name$|\.secret\.name$|\.secret\.secretName$/, 'Secret'],
  [/\.configMap\.name$/, 'ConfigMap'],
  [/\.persistentVolumeClaim\.claimName$/, 'PersistentVolumeClaim'],
  [/\.serviceAccountName$/, 'ServiceAccount'],
];

function referencesOf({ object }: Manifest): Reference[] {
  const namespace = object.metadata.namespace ?? '';
  const template = podTemplateOf(object);
  const inPods = [...values(template ?? {})].flatMap(([path, value]) =>
    FIELDS.filter(([field]) => field.test(path)).map(([, kind]): Reference => [
      kind,
      namespace,
      String(value),
    ]),
  );
  const { subjects, roleRef } = object as unknown as {
    subjects?: { name: string; namespace: string }[];
    roleRef?: { name: string };
  };
  return [
    ...inPods,
    ...(subjects ?? []).map((subject): Reference => ['ServiceAccount', subject.namespace, subject.name]),
    ...(roleRef === undefined ? [] : [['Role', namespace, roleRef.name] as const]),
    ...(namespace === '' ? [] : [['Namespace', '', namespace] as const]),
  ];
}

interface PolicySpec {
  readonly podSelector: { readonly matchLabels?: Readonly<Record<string, string>> };
}

describe.each(EXAMPLES)('%s', (name) => {
  const manifests = manifestsOf(exampleConfiguration(name));
  const there = new Set(
    manifests.map(({ object: { kind, metadata } }) => key([kind, metadata.namespace ?? '', metadata.name])),
  );
  const named = new Set(manifests.flatMap((manifest) => referencesOf(manifest).map(key)));

  test('everything that is named exists', () => {
    expect(named.size).toBeGreaterThan(10);
    expect([...named].filter((reference) => !there.has(reference) && !BROUGHT.test(reference))).toEqual([]);
  });

  test('everything that exists is used by somebody', () => {
    const passive = ['ConfigMap', 'Secret', 'PersistentVolumeClaim', 'ServiceAccount', 'Role', 'Namespace'];
    const unused = [...there].filter((one) => passive.includes(one.split(' ')[0]!) && !named.has(one));
    // The ServiceAccount of jobs is named in config.toml.
    expect(unused.filter((one) => !one.endsWith('/gitlab-job'))).toEqual([]);
  });

  test('the address in config.toml is that of the Service', () => {
    const { object } = manifests.find(({ object: { kind } }) => kind === 'Service')!;
    const { port } = (object.spec as { ports: [{ port: number }] }).ports[0];
    const address = `${object.metadata.name}.${object.metadata.namespace!}.svc.cluster.local:${port}`;
    for (const { object: config } of manifests.filter(({ path }) =>
      path.endsWith('ConfigMap.gitlab-runner.k8s.yaml'),
    )) {
      expect((config.data as Record<string, string>)['config.toml']).toContain(
        `ServerAddress = "${address}"`,
      );
    }
  });

  test('every pod is selected by the policy that is meant for it', () => {
    for (const { object } of manifests) {
      const template = podTemplateOf(object);
      if (template === undefined) continue;
      const selecting = manifests.filter(({ object: { kind, metadata, spec } }) => {
        const { matchLabels } = (spec as Partial<PolicySpec> | undefined)?.podSelector ?? {};
        const fits = Object.entries(matchLabels ?? {}).every(
          ([label, value]) => template.metadata.labels[label] === value,
        );
        return (
          kind === 'NetworkPolicy' &&
          metadata.namespace === object.metadata.namespace &&
          matchLabels !== undefined &&
          fits
        );
      });
      expect([object.metadata.name, selecting.length]).toEqual([object.metadata.name, 1]);
    }
  });
});
