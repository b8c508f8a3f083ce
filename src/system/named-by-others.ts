import type { Manifest } from '../manifests/manifest';
import { at, listOf, mapOf, textOf, textsOf, type Path } from '../manifests/value';
import { reference, type Reference } from './reference';
import { servicesOfRoutes } from './backends';

/** Everything that what is no pod names. */
export function namedByOthers(manifest: Manifest): readonly Reference[] {
  const named = NAMED[`${manifest.identity.group}/${manifest.kind}`]?.(manifest) ?? [];
  return [...named, ...servicesOfRoutes(manifest)];
}

const RBAC = 'rbac.authorization.k8s.io';

/** By kind. */
const NAMED: Readonly<Record<string, (manifest: Manifest) => readonly Reference[]>> = {
  '/ServiceAccount': pullSecrets,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': webhooks,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': webhooks,
  'apiregistration.k8s.io/APIService': (manifest) =>
    serviceAt(manifest, ['spec', 'service'], 'the whole API group answers nothing but errors'),
  'apps/StatefulSet': (manifest) =>
    reference(manifest, '/Service', ['spec', 'serviceName'], 'its pods have no DNS names of their own', {
      isLoose: true,
    }),
  'autoscaling/HorizontalPodAutoscaler': scaled,
  'cert-manager.io/Certificate': (manifest) => issuer(manifest),
  'external-secrets.io/ExternalSecret': (manifest) => secretStore(manifest),
  [`${RBAC}/ClusterRoleBinding`]: binding,
  [`${RBAC}/RoleBinding`]: binding,
  'networking.k8s.io/Ingress': certificates,
};

function pullSecrets(manifest: Manifest): readonly Reference[] {
  return listOf(manifest.at('imagePullSecrets')).flatMap((_, index) =>
    reference(manifest, '/Secret', ['imagePullSecrets', index, 'name'], 'images are pulled without it', {
      isLoose: true,
    }),
  );
}

function webhooks(manifest: Manifest): readonly Reference[] {
  return listOf(manifest.at('webhooks')).flatMap((_, index) =>
    serviceAt(
      manifest,
      ['webhooks', index, 'clientConfig', 'service'],
      'the API server refuses all that the webhook should judge',
    ),
  );
}

function serviceAt(manifest: Manifest, path: Path, outcome: string): readonly Reference[] {
  const namespace = textOf(manifest.at(...path, 'namespace')) ?? '';
  return reference(manifest, '/Service', [...path, 'name'], outcome, { namespace });
}

function scaled(manifest: Manifest): readonly Reference[] {
  const target = manifest.at('spec', 'scaleTargetRef');
  const group = (textOf(at(target, 'apiVersion')) ?? '').replace(/(^|\/)[^/]*$/, '');
  const type = `${group}/${textOf(at(target, 'kind')) ?? ''}`;
  return reference(manifest, type, ['spec', 'scaleTargetRef', 'name'], 'nothing is ever scaled');
}

function issuer(manifest: Manifest): readonly Reference[] {
  const { kind = 'Issuer', group = 'cert-manager.io' } = textsOf(manifest.at('spec', 'issuerRef'));
  return reference(manifest, `${group}/${kind}`, ['spec', 'issuerRef', 'name'], 'no certificate is issued', {
    namespace: kind === 'Issuer' ? manifest.namespace : '',
    isLoose: true,
  });
}

function secretStore(manifest: Manifest): readonly Reference[] {
  const { kind = 'SecretStore' } = textsOf(manifest.at('spec', 'secretStoreRef'));
  const path = ['spec', 'secretStoreRef', 'name'];
  return reference(manifest, `external-secrets.io/${kind}`, path, 'the Secret is not made', {
    namespace: kind === 'SecretStore' ? manifest.namespace : '',
    isLoose: true,
  });
}

/** Subjects of a RoleBinding without a namespace are of its own. (kubernetes, pkg/registry/rbac/validation/rule.go) */
function binding(manifest: Manifest): readonly Reference[] {
  const kind = textOf(manifest.at('roleRef', 'kind')) ?? '';
  const role = reference(
    manifest,
    `${RBAC}/${kind}`,
    ['roleRef', 'name'],
    'the binding gives nothing to anybody',
    {
      namespace: kind === 'Role' ? manifest.namespace : '',
      isLoose: kind !== 'Role',
    },
  );
  const subjects = listOf(manifest.at('subjects')).flatMap((subject, index) =>
    mapOf(subject).kind === 'ServiceAccount'
      ? reference(
          manifest,
          '/ServiceAccount',
          ['subjects', index, 'name'],
          'the binding gives nothing to anybody',
          { namespace: textOf(at(subject, 'namespace')) ?? manifest.namespace, isLoose: true },
        )
      : [],
  );
  return [...role, ...subjects];
}

/** cert-manager makes the Secrets of an Ingress with its annotations. */
function certificates(manifest: Manifest): readonly Reference[] {
  const annotations = Object.keys(textsOf(manifest.at('metadata', 'annotations')));
  if (annotations.some((name) => /^cert-manager\.io\/|^kubernetes\.io\/tls-acme$/.test(name))) return [];
  return listOf(manifest.at('spec', 'tls')).flatMap((_, index) =>
    reference(
      manifest,
      '/Secret',
      ['spec', 'tls', index, 'secretName'],
      'clients get a certificate of somebody else',
    ),
  );
}
