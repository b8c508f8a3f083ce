import { at, textOf, type Value } from '../../../manifests/value';

/** Whom a binding names: `ServiceAccount/web/web`, `Group/system:masters`. */
export type Subject = string;

/** A user by whose name the API server knows a ServiceAccount is that account. */
export function subjectOf(subject: Value, bindingNamespace: string): Subject {
  const [kind, name] = [textOf(at(subject, 'kind')) ?? '', textOf(at(subject, 'name')) ?? ''];
  const [, space, account] =
    (kind === 'User' ? /^system:serviceaccount:([^:]+):([^:]+)$/.exec(name) : null) ?? [];
  if (space !== undefined && account !== undefined) return `ServiceAccount/${space}/${account}`;
  if (kind !== 'ServiceAccount') return `${kind}/${name}`;
  return `${kind}/${textOf(at(subject, 'namespace')) ?? bindingNamespace}/${name}`;
}

/** Groups of which the API server says who is in them; of others nothing is known. */
export function subjectCovers(wide: Subject, narrow: Subject): boolean {
  if (wide === narrow) return true;
  const accounts = /^Group\/system:serviceaccounts(?::(.+))?$/.exec(wide);
  const isAccount = narrow.startsWith('ServiceAccount/') || narrow.startsWith('Group/system:serviceaccounts');
  if (wide === 'Group/system:authenticated') return isAccount || isKnownUser(narrow);
  if (accounts === null || !isAccount) return false;
  return accounts[1] === undefined || narrow.startsWith(`ServiceAccount/${accounts[1]}/`);
}

/** Everybody but who comes without a name. */
function isKnownUser(subject: Subject): boolean {
  if (subject.startsWith('User/')) return subject !== 'User/system:anonymous';
  return subject.startsWith('Group/') && subject !== 'Group/system:unauthenticated';
}
