import { quoted } from '../../text/shown';
import {
  APPLICATION_SYNC_OPTIONS,
  COMPARE_OPTIONS,
  DELETE_POLICIES,
  HOOKS,
  OBJECT_SYNC_OPTIONS,
} from '../../facts/argocd';
import type { Manifest } from '../../manifests/manifest';
import { listOf, textOf } from '../../manifests/value';
import { suggestion } from '../../text/closest';
import type { Check, Fault } from '../check';
import type { FieldSpot } from '../../manifests/spot';
import { annotationSpot } from './annotations';
import {
  annotation,
  COMPARE,
  DELETE_POLICY,
  HOOK,
  SYNC_OPTIONS,
  WAVE,
  words,
} from '../../system/annotations';

const DOCS = 'https://argo-cd.readthedocs.io/en/stable/user-guide';

/** Words of Argo CD that it does not know, and that it drops without a message. */
export const TOKEN_CHECKS: readonly Check[] = [
  {
    id: 'sync-wave-not-integer',
    severity: 'error',
    rule: 'Each sync wave is an integer',
    why: 'Argo CD takes any other text for 0, without a message, and applies the object in the wrong wave.',
    source: `${DOCS}/sync-waves/; argo-cd, gitops-engine/pkg/sync/syncwaves/waves.go`,
    find: ({ manifests }) =>
      manifests
        .filter((manifest) => !/^[-+]?\d+$/.test(annotation(manifest, WAVE) ?? '0'))
        .map((manifest) => ({
          spot: annotationSpot(manifest, WAVE),
          message: `Argo CD takes wave "${annotation(manifest, WAVE) ?? ''}" for 0 in silence`,
          remedy: 'write an integer in quotes, such as "-1"',
        })),
  },
  {
    id: 'unknown-hook',
    severity: 'error',
    rule: 'Each hook has a name that Argo CD knows',
    why: 'An object whose hook is unknown is never applied: Argo CD drops it and shows the Application as Synced and Healthy.',
    source: `${DOCS}/sync-waves/; argo-cd, gitops-engine/pkg/sync/ignore/ignore.go; seen with Argo CD 3.2`,
    find: ({ manifests }) =>
      manifests.flatMap((manifest) =>
        unknown(HOOK, HOOKS, manifest, (word) => `There is no hook "${word}", so Argo CD never applies this`),
      ),
  },
  {
    id: 'unknown-hook-delete-policy',
    severity: 'warning',
    rule: 'Each delete policy of a hook is one that Argo CD knows',
    why: 'In place of an unknown policy Argo CD takes BeforeHookCreation: what should go stays, or what should stay goes.',
    source: `${DOCS}/sync-waves/; argo-cd, gitops-engine/pkg/sync/hook/delete_policy.go`,
    find: ({ manifests }) =>
      manifests.flatMap((manifest) =>
        unknown(DELETE_POLICY, DELETE_POLICIES, manifest, (word) => `There is no delete policy "${word}"`),
      ),
  },
  {
    id: 'unknown-sync-option',
    severity: 'error',
    rule: 'Each sync option is one that Argo CD knows, letter by letter',
    why: '"Prune=False" protects nothing: Argo CD looks for "Prune=false", and deletes the object when it leaves Git.',
    source: `${DOCS}/sync-options/; seen with Argo CD 3.2`,
    find: (system) => [
      ...system.manifests.flatMap((manifest) =>
        unknown(SYNC_OPTIONS, OBJECT_SYNC_OPTIONS, manifest, ignoredOption),
      ),
      ...system.ofKind('argoproj.io', 'Application').flatMap(applicationOptions),
    ],
  },
  {
    id: 'unknown-compare-option',
    severity: 'warning',
    rule: 'Each compare option is one that Argo CD knows, letter by letter',
    why: 'Argo CD passes over an unknown option in silence: the difference that it should hide stays, and the Application is OutOfSync.',
    source: `${DOCS}/compare-options/`,
    find: ({ manifests }) =>
      manifests.flatMap((manifest) => unknown(COMPARE, COMPARE_OPTIONS, manifest, ignoredOption)),
  },
];

const ignoredOption = (word: string): string => `There is no option "${word}", so Argo CD passes over it`;

function unknown(
  key: string,
  known: readonly string[],
  manifest: Manifest,
  message: (word: string) => string,
): readonly Fault[] {
  return words(annotation(manifest, key))
    .filter((word) => !known.includes(word))
    .map((word) => fault(annotationSpot(manifest, key), word, known, message(word)));
}

function applicationOptions(manifest: Manifest): readonly Fault[] {
  const path = ['spec', 'syncPolicy', 'syncOptions'];
  return listOf(manifest.at(...path)).flatMap((option, index): Fault[] => {
    const word = textOf(option);
    if (word === undefined || (APPLICATION_SYNC_OPTIONS as readonly string[]).includes(word)) return [];
    return [fault({ manifest, path: [...path, index] }, word, APPLICATION_SYNC_OPTIONS, ignoredOption(word))];
  });
}

/** What resembles nothing that is known may be of a later Argo CD. */
function fault(spot: FieldSpot, word: string, known: readonly string[], message: string): Fault {
  const near = suggestion(word, known);
  const remedy = `write one of ${choices(known, word)}`;
  return near === ''
    ? { spot, message, remedy, severity: 'warning' }
    : { spot, message: `${message}${near}`, remedy };
}

/** Those for the same thing, where the word says which. */
function choices(known: readonly string[], word: string): string {
  const name = word.split('=')[0]?.toLowerCase();
  const same = known.filter((other) => other.includes('=') && other.split('=')[0]?.toLowerCase() === name);
  return quoted(same.length > 0 ? same : known);
}
