import { delivered } from '../constructs/argocd';
import { manifestsOf, type Manifest } from '../manifests/load';

/** Which directions each NetworkPolicy speaks of. */
function directions(manifests: readonly Manifest[]): readonly (readonly string[])[] {
  return manifests.flatMap(({ object }) => {
    const { kind, spec } = object as { kind: string; spec?: object };
    if (kind !== 'NetworkPolicy') return [];
    return [Object.keys(spec ?? {}).filter((key) => ['egress', 'ingress'].includes(key))];
  });
}

test('Each NetworkPolicy that Argo CD delivers says what passes in both directions, also where that is nothing', () => {
  const said = directions(delivered());
  expect(said.length).toBeGreaterThan(3);
  expect(said).toEqual(said.map(() => ['egress', 'ingress']));
});

test('Without Argo CD a policy leaves out the direction in which nothing passes: kubectl apply would report a change', () => {
  expect(directions(manifestsOf('gitlab: { url: https://gitlab.example.com }'))).toContainEqual([]);
});
