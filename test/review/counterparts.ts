/** What whoever undoes a change is told, for each row that tells of something more. */
export const COUNTERPARTS: Readonly<Record<string, readonly string[]>> = {
  'pod-privileges': ['pod-privileges-dropped'],
  'job-privileges': ['job-privileges-dropped'],
  'pod-security-lowered': ['pod-security-raised'],
  'rights-widened': ['rights-narrowed'],
  'rights-bound': ['rights-unbound'],
  'project-widened': ['project-narrowed'],
  'policy-removed': ['policy-isolates'],
  'policy-freed': ['policy-isolates'],
  'policy-widened': ['policy-narrowed'],
  'service-published': ['service-withdrawn'],
  'route-added': ['route-removed'],
  'tls-off': ['tls-on'],
  'runner-url-changed': ['runner-url-changed'],
  'source-repository-changed': ['source-repository-changed'],
  'bucket-public': ['bucket-private'],
};

/** What else it may be where the object goes as a whole: its pods do less by doing nothing. */
export const OF_GONE: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ['pod-privileges', 'job-privileges'].map((id) => [
    id,
    ['object-removed', 'pods-removed', 'left-behind', 'store-gone', 'stateful-set-removed', 'bucket-left'],
  ]),
);
