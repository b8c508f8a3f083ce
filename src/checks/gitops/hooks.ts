import { HELM_HOOKS } from '../../facts/argocd';
import type { Manifest } from '../../manifests/manifest';
import { mapOf, textOf, textsOf, type Path } from '../../manifests/value';
import { workloadOf } from '../../manifests/workload';
import type { Check, Fault } from '../check';
import { annotationSpot } from './annotations';
import {
  annotation,
  DELETE_POLICY,
  HELM_DELETE_POLICY,
  HELM_HOOK,
  HOOK,
  words,
} from '../../system/annotations';
import { hooksOf } from '../../system/sync-step';

const WAVES = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/';
const HELM = 'https://argo-cd.readthedocs.io/en/stable/user-guide/helm/#helm-hooks';

/** Hooks of Argo CD, those of Helm that it takes for its own, and what else Helm leaves in its output. */
export const HOOK_CHECKS: readonly Check[] = [
  {
    id: 'helm-hook',
    severity: 'warning',
    rule: 'No plain manifest is a hook of Helm',
    why: 'Argo CD takes it for a hook of its own: it runs at each sync, is deleted before each run and is no part of the state. kubectl applies it at once, in no order.',
    source: `${HELM}; seen with Argo CD 3.2`,
    find: ({ manifests }) =>
      manifests.filter((manifest) => annotation(manifest, HELM_HOOK) !== undefined).map(helmHook),
  },
  {
    id: 'helm-leftover',
    severity: 'warning',
    rule: 'Plain manifests do not say that Helm manages them',
    why: 'Nobody upgrades or rolls back such a release. Helm later refuses to install beside it or takes it over, and the chart’s label changes every object with each version.',
    source: 'helm, pkg/action/validate.go (adoption of existing resources)',
    find: ({ manifests }) => manifests.flatMap((manifest) => leftovers(manifest).slice(0, 1)),
  },
  {
    id: 'hook-deletes-data',
    severity: 'error',
    rule: 'Nothing that holds data is a hook',
    why: 'Argo CD deletes a hook before it makes it again, which is its default, or after it succeeds: at the next sync the data are gone.',
    source: `${WAVES}; argo-cd, gitops-engine/pkg/sync/hook/delete_policy.go`,
    find: ({ manifests }) => manifests.filter(isDeletedWithData).map(dataHook),
  },
  {
    id: 'hook-without-fixed-name',
    severity: 'warning',
    rule: 'A hook with a generated name says when it is deleted',
    why: 'BeforeHookCreation, the default, looks for a hook of the same name and finds none: each sync leaves one more.',
    source: WAVES,
    find: ({ manifests }) =>
      manifests.filter(pilesUp).map((manifest) => ({
        spot: { manifest, path: ['metadata', 'generateName'] },
        message: 'Each sync makes one more of this hook, and none is deleted',
        remedy: `set "${DELETE_POLICY}" to "HookSucceeded", or give it a name`,
      })),
  },
  {
    id: 'generated-name',
    severity: 'error',
    rule: 'What is no hook has a fixed name',
    why: 'kubectl apply refuses a generated name; Argo CD makes a new object at each sync and is never in sync.',
    source:
      'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-kubectl/; kubectl, pkg/cmd/apply/apply.go',
    find: ({ manifests }) =>
      manifests
        .filter((manifest) => isGenerated(manifest) && hooksOf(manifest) === undefined)
        .map((manifest) => ({
          spot: { manifest, path: ['metadata', 'generateName'] },
          message: 'kubectl apply refuses a generated name, and Argo CD makes a new object at each sync',
          remedy: 'write "name" in place of "generateName"',
        })),
  },
];

function helmHook(manifest: Manifest): Fault {
  const hooks = words(annotation(manifest, HELM_HOOK));
  const own = hooks.flatMap((hook) => HELM_HOOKS[hook] ?? []);
  const effect = own.length === 0 ? 'never applies it' : `takes it for its hook "${own[0] ?? ''}"`;
  return {
    spot: annotationSpot(manifest, HELM_HOOK),
    message: `Argo CD reads this hook of Helm, "${hooks.join(',')}", and ${effect}`,
    remedy: `remove the "helm.sh" annotations; a Job needs a name that changes with its content, or "${HOOK}"`,
  };
}

/** In the order of their harm. A hook is told as such. */
function leftovers(manifest: Manifest): readonly Fault[] {
  return [
    ...Object.keys(textsOf(manifest.at('metadata', 'annotations')))
      .filter((key) => key.startsWith('meta.helm.sh/') || key === 'helm.sh/resource-policy')
      .map((key) => leftover(manifest, ['metadata', 'annotations', key])),
    ...labelMaps(manifest).flatMap((path) =>
      Object.entries(textsOf(manifest.at(...path)))
        .filter(
          ([key, value]) =>
            key === 'helm.sh/chart' || (MANAGERS.includes(key) && /^(?:Helm|Tiller)$/.test(value)),
        )
        .map(([key]) => leftover(manifest, [...path, key])),
    ),
  ];
}

const MANAGERS = ['app.kubernetes.io/managed-by', 'heritage'];

function labelMaps(manifest: Manifest): readonly Path[] {
  const workload = workloadOf(manifest);
  const template = workload === undefined ? [] : [[...workload.templatePath, 'metadata', 'labels']];
  return [['metadata', 'labels'], ...template];
}

function leftover(manifest: Manifest, path: Path): Fault {
  return {
    spot: { manifest, path, part: 'key' },
    message: `"${String(path.at(-1))}" says that Helm manages this, and nothing does`,
    remedy: 'remove what Helm added, or say who makes these manifests',
  };
}

const KEEP_DATA = [
  'PersistentVolumeClaim',
  'PersistentVolume',
  'StatefulSet',
  'Namespace',
  'Secret',
  'SealedSecret',
  'ExternalSecret',
];

/** A Secret with its values in the file comes back as it was. */
function isDeletedWithData(manifest: Manifest): boolean {
  const hooks = hooksOf(manifest) ?? [];
  if (!hooks.some((hook) => hook !== 'Skip') || !KEEP_DATA.includes(manifest.kind)) return false;
  const values = { ...mapOf(manifest.at('data')), ...mapOf(manifest.at('stringData')) };
  return manifest.kind !== 'Secret' || Object.keys(values).length === 0;
}

function dataHook(manifest: Manifest): Fault {
  return {
    spot: annotationSpot(manifest, annotation(manifest, HOOK) === undefined ? HELM_HOOK : HOOK),
    message: `Argo CD deletes this ${manifest.kind} and what is in it with each sync, because it is a hook`,
    remedy: 'remove the hook; a wave can say the order',
  };
}

function pilesUp(manifest: Manifest): boolean {
  const policies = [DELETE_POLICY, HELM_DELETE_POLICY].flatMap((key) => words(annotation(manifest, key)));
  const deleted = policies.some((policy) =>
    /^(?:HookSucceeded|HookFailed|hook-succeeded|hook-failed)$/.test(policy),
  );
  return isGenerated(manifest) && hooksOf(manifest) !== undefined && !deleted;
}

function isGenerated(manifest: Manifest): boolean {
  return manifest.name === '' && textOf(manifest.at('metadata', 'generateName')) !== undefined;
}
