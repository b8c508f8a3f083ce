import { delivered } from '../constructs/argocd';
import { manifestsOf, podTemplateOf, type Manifest } from '../manifests/load';

const KEYS = ['hostIPC', 'hostNetwork', 'hostPID'];

/** What each pod says of what it shares with its node. */
function saidOfHosts(manifests: readonly Manifest[]): readonly object[] {
  return manifests.flatMap(({ object }) => {
    const spec = Object.entries(podTemplateOf(object)?.spec ?? {});
    return spec.length === 0 ? [] : [Object.fromEntries(spec.filter(([key]) => KEYS.includes(key)))];
  });
}

test('Each pod that Argo CD delivers says that it shares nothing with its node', () => {
  const said = saidOfHosts(delivered());
  expect(said.length).toBeGreaterThan(3);
  expect(said).toEqual(said.map(() => ({ hostIPC: false, hostNetwork: false, hostPID: false })));
});

test('Without Argo CD none says it: kubectl apply would report a change each time', () => {
  const said = saidOfHosts(manifestsOf('gitlab: { url: https://gitlab.example.com }'));
  expect(said).toEqual(said.map(() => ({})));
});

/** What each container says that it may do more than others. */
function addedCapabilities(manifests: readonly Manifest[]): readonly unknown[] {
  return manifests.flatMap(({ object }) =>
    (podTemplateOf(object)?.spec.containers ?? []).map(
      ({ securityContext }) => (securityContext as { capabilities?: { add?: unknown } }).capabilities?.add,
    ),
  );
}

test('Each container that Argo CD delivers says that it has no capability: one that is added by hand is put back', () => {
  const said = addedCapabilities(delivered());
  expect(said.length).toBeGreaterThan(3);
  expect(said).toEqual(said.map(() => []));
});

test('Without Argo CD no container says it', () => {
  const said = addedCapabilities(manifestsOf('gitlab: { url: https://gitlab.example.com }'));
  expect(said.filter((add) => add !== undefined)).toEqual([]);
});
