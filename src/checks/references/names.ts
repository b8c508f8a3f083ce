import { isBuiltIn } from '../../facts/built-in-objects';
import { isSlip, nearest, suggestion } from '../../text/closest';
import type { Check, Fault } from '../check';
import { exceptionsOf } from '../exceptions';
import type { System } from '../../system/system';
import { lookUp, namesIn, type Sight } from '../../system/lookup';
import { referencesOf } from '../../system/references';
import type { Reference } from '../../system/reference';

/** What is named by type and name, whatever names it. */
export const NAME_CHECKS: readonly Check[] = [
  {
    id: 'named-object-missing',
    severity: 'error',
    rule: 'What an object names is there, where all of its kind come from these files',
    why: 'The API server takes a name of nothing without a word; what names it then waits or fails for ever.',
    source: 'https://kubernetes.io/docs/concepts/security/service-accounts/ and the page of each kind',
    find: (system) =>
      unseen(system).flatMap((missing) => (isSure(system, missing) ? [fault(system, missing)] : [])),
  },
  {
    id: 'named-object-elsewhere',
    severity: 'error',
    rule: 'What an object names is in its own namespace',
    why: 'A pod sees no Secret, ConfigMap, claim or account of another namespace, and there is no way to say one.',
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
    find: (system) =>
      system
        .view(sightsOf)
        .flatMap(({ reference, sight }) =>
          sight.kind === 'elsewhere' && sight.namespaces.length > 0
            ? [elsewhere(reference, sight.namespaces)]
            : [],
        ),
  },
  {
    id: 'not-in-these-files',
    severity: 'note',
    rule: 'What an object names is in these files',
    why: 'It may be in the cluster already; if it is not, or is spelled otherwise there, nothing tells before the pods do.',
    source: 'https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/',
    find: (system) => onceEach(system).map((missing) => note(system, missing)),
  },
];

interface Sighted {
  readonly reference: Reference;
  readonly sight: Sight;
}

function sightsOf(system: System): readonly Sighted[] {
  return system
    .view(referencesOf)
    .filter(({ type, namespace, name, isOptional }) => !isOptional && !isBuiltIn(type, namespace, name))
    .map((reference) => ({
      reference,
      sight: lookUp(system, reference.type, reference.namespace, reference.name),
    }));
}

/** References to names that nothing bears. */
export function unseen(system: System): readonly Reference[] {
  return system
    .view(sightsOf)
    .filter(({ sight }) => sight.kind === 'nowhere')
    .map(({ reference }) => reference);
}

/** Of these, whoever brings one to a namespace brings them all, but for Kubernetes itself, which fills `kube-system`. */
const WHOLE = /^\/ServiceAccount$|^\/Service$|^apps\/|^rbac\.authorization\.k8s\.io\/Role$/;

/** A Service is often of another team in the same namespace, so of these only a slip is sure. */
function isSure(system: System, missing: Reference): boolean {
  const { type, namespace, isLoose } = missing;
  return (
    !isLoose &&
    system.tree.faults.length === 0 &&
    WHOLE.test(type) &&
    namespace !== 'kube-system' &&
    namesIn(system, type, namespace).length > 0 &&
    (type !== '/Service' || isMisspelled(system, missing))
  );
}

function fault(system: System, reference: Reference): Fault {
  const { manifest, path, outcome } = reference;
  return {
    spot: { manifest, path },
    message: `There is no ${nameOf(reference)}: ${outcome}`,
    remedy: `name one that is there, or add it${meant(system, reference)}`,
  };
}

function elsewhere(reference: Reference, namespaces: readonly string[]): Fault {
  const { manifest, path, outcome } = reference;
  return {
    spot: { manifest, path },
    message: `There is no ${nameOf(reference)}, only one in ${quotedList(namespaces)}: ${outcome}`,
    remedy: 'bring the two into one namespace, or add a copy to this one',
  };
}

/** At the first that names it, and at each that accepts it: who accepts it in one object does not in the others. */
function onceEach(system: System): readonly Reference[] {
  const accepting = new Set(
    system
      .view(exceptionsOf)
      .filter(({ check }) => check === 'not-in-these-files')
      .map(({ manifest }) => manifest),
  );
  const unsure = unseen(system).filter((missing) => !isSure(system, missing));
  const byName = unsure
    .filter(({ manifest }) => !accepting.has(manifest))
    .reverse()
    .map((missing) => [keyOf(missing), missing] as const);
  return [...unsure.filter(({ manifest }) => accepting.has(manifest)), ...new Map(byName).values()];
}

function note(system: System, reference: Reference): Fault {
  const { manifest, path, outcome } = reference;
  return {
    spot: { manifest, path },
    message: `There is no ${nameOf(reference)} in these files; if it is not in the cluster either, ${outcome}`,
    remedy: `see that it is there before these files are applied${meant(system, reference)}`,
    ...(isMisspelled(system, reference) ? { severity: 'warning' as const } : {}),
  };
}

/** A name of which nearly the same one is there, that nobody uses, is a slip of the pen. */
function isMisspelled(system: System, reference: Reference): boolean {
  const near = nearest(reference.name, idleNames(system, reference));
  return near !== undefined && isSlip(reference.name, near);
}

function meant(system: System, reference: Reference): string {
  return suggestion(reference.name, idleNames(system, reference));
}

/** Of its kind in its namespace, those that nobody names. */
function idleNames(system: System, { type, namespace }: Reference): readonly string[] {
  const used = system.view(namesUsed);
  return namesIn(system, type, namespace)
    .filter((other) => !used.has(`${type} ${namespace} ${other}`))
    .slice(0, MOST_COMPARED);
}

const MOST_COMPARED = 100;

function namesUsed(system: System): ReadonlySet<string> {
  return new Set(system.view(referencesOf).map(keyOf));
}

function keyOf({ type, namespace, name }: Reference): string {
  return `${type} ${namespace} ${name}`;
}

function nameOf({ type, namespace, name }: Reference): string {
  const kind = type.slice(type.indexOf('/') + 1);
  return `${kind} "${name}"${namespace === '' ? '' : ` in namespace "${namespace}"`}`;
}

function quotedList(namespaces: readonly string[]): string {
  return `namespace ${namespaces.map((namespace) => `"${namespace}"`).join(', ')}`;
}
