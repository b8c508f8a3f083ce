import { EXAMPLES, exampleConfiguration, manifestsOf } from '../../manifests/load';
import type { Sample } from './right';

/** What the examples become, but for custom kinds, which a cluster need not know; without namespaces, which it need not have. */
export function exampleManifests(): readonly Sample[] {
  return EXAMPLES.flatMap((example) =>
    manifestsOf(exampleConfiguration(example))
      .filter(({ object }) => !CUSTOM.test(object.apiVersion))
      .map(({ path, object }) => {
        const metadata = Object.entries(object.metadata).filter(([field]) => field !== 'namespace');
        return {
          name: `${example}: ${path}`,
          object: { ...object, metadata: Object.fromEntries(metadata) },
        };
      }),
  );
}

const CUSTOM = /^(?:argoproj|bitnami|cert-manager|external-secrets|gateway|generators|monitoring)\./;
