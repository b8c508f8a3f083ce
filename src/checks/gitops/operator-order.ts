import { objectName } from '../../manifests/identity';
import type { Manifest } from '../../manifests/manifest';
import { isList, isMap, textOf, type Path, type Value } from '../../manifests/value';
import type { Check, Fault } from '../check';
import { earliest, isLater, stepOf, stepText } from '../../system/sync-step';
import type { System } from '../../system/system';
import { orderSpot } from './order';
import { secretMakersOf } from './secret-makers';

const HEALTH = 'argo-cd, resource_customizations';

/** Custom resources whose operator waits for what a later wave brings. */
export const OPERATOR_ORDER_CHECKS: readonly Check[] = [
  {
    id: 'issuer-after-certificate',
    severity: 'error',
    rule: 'An issuer comes no later than the certificates that it issues',
    why: 'Without its issuer a Certificate is never ready: its wave waits or fails, and the issuer is not applied.',
    source: `${HEALTH}/cert-manager.io/Certificate/health.lua; argo-cd issue 4275`,
    find: (system) =>
      system.ofKind('cert-manager.io', 'Certificate').flatMap((certificate) => {
        const issuer = issuerOf(system, certificate);
        return issuer === undefined ? [] : late(certificate, [issuer], `${issuer.kind} "${issuer.name}"`);
      }),
  },
  {
    id: 'login-after-secret-store',
    severity: 'warning',
    rule: 'The accounts and Secrets with which a secret store logs in come no later than the store',
    why: 'A store that cannot log in is Degraded, which fails the sync before what it needs is applied.',
    source: `${HEALTH}/external-secrets.io/SecretStore/health.lua`,
    find: (system) =>
      ['SecretStore', 'ClusterSecretStore']
        .flatMap((kind) => system.ofKind('external-secrets.io', kind))
        .flatMap((store) => lateLogins(system, store)),
  },
];

function issuerOf(system: System, certificate: Manifest): Manifest | undefined {
  const [kind = 'Issuer', name = ''] = ['kind', 'name'].map((key) =>
    textOf(certificate.at('spec', 'issuerRef', key)),
  );
  return system.tryFind('cert-manager.io', kind, kind === 'Issuer' ? certificate.namespace : '', name);
}

function lateLogins(system: System, store: Manifest): readonly Fault[] {
  const secrets = system.view(secretMakersOf);
  return loginsIn(store.at('spec', 'provider') ?? null, []).flatMap(({ kind, name, namespace }) => {
    const place = namespace ?? store.namespace;
    const account = system.tryFind('', 'ServiceAccount', place, name);
    const makers =
      kind === 'Secret' ? (secrets.get(`${place}/${name}`) ?? []) : account === undefined ? [] : [account];
    return late(store, makers, `${kind} "${name}"`);
  });
}

interface Login {
  readonly kind: 'Secret' | 'ServiceAccount';
  readonly name: string;
  readonly namespace: string | undefined;
}

/** Providers differ in where they name them, not in how. */
function loginsIn(value: Value, path: Path): readonly Login[] {
  if (isList(value)) return value.flatMap((item, index) => loginsIn(item, [...path, index]));
  if (!isMap(value)) return [];
  const key = String(path.at(-1) ?? '');
  const name = textOf(value.name);
  const kind = KINDS.find(([pattern]) => pattern.test(key))?.[1];
  if (name !== undefined && kind !== undefined) return [{ kind, name, namespace: textOf(value.namespace) }];
  return Object.entries(value).flatMap(([inner, item]) => loginsIn(item, [...path, inner]));
}

const KINDS: readonly (readonly [RegExp, Login['kind']])[] = [
  [/^serviceAccount(?:Ref)?$/, 'ServiceAccount'],
  [/[sS]ecretRef$/, 'Secret'],
];

/** Of several that make it, the earliest counts. */
function late(waiting: Manifest, makers: readonly Manifest[], what: string): readonly Fault[] {
  const own = stepOf(waiting);
  const [maker] = makers;
  const made = earliest(makers.flatMap((other) => stepOf(other) ?? []));
  if (own === undefined || maker === undefined || made === undefined || !isLater(made, own)) return [];
  return [
    {
      spot: orderSpot(maker, waiting),
      message: `${objectName(waiting.identity)} in ${stepText(own)} is not healthy without ${what}, which comes in ${stepText(made)}, and fails or holds up the sync before that`,
      remedy: `put ${objectName(maker.identity)} into ${stepText(own)} or earlier`,
    },
  ];
}
