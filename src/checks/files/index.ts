import type { Check, Fault } from '../check';

/** What is told of files before any object is looked at. */
export const FILE_CHECKS: readonly Check[] = [
  {
    id: 'yaml-syntax',
    severity: 'error',
    rule: 'Each file is YAML or JSON',
    why: 'Argo CD stops at a broken manifest, and passes over a broken file that does not look like one.',
    source: 'argo-cd, reposerver/repository/repository.go',
    find: ({ tree }) =>
      tree.faults.map(({ file, place, reason }): Fault => ({
        spot: { file, place },
        message: `Cannot read this as YAML: ${reason}`,
        remedy: 'mend the syntax here',
      })),
  },
];
