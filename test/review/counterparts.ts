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
  'bucket-public': ['bucket-private'],
};
