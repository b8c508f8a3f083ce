import type { Manifest } from '../../../manifests/manifest';
import { workloadOf } from '../../../manifests/workload';
import { matches, selectorOf } from '../../../system/selector';
import type { Risk } from '../risk';
import { typeOf } from '../subject';
import { below } from '../telling';
import { isMadeAnew } from './fixed';

/** Templates that their own selector does not select. */
export const UNFIT: readonly Risk[] = [
  {
    id: 'selector-unfit',
    class: 'APPLY-REJECTED',
    change: 'the labels of a template change so that the selector beside it takes them no more',
    why: 'The API server refuses a workload that would not find its own pods.',
    source: 'kubernetes, pkg/apis/apps/validation/validation.go (ValidatePodTemplateSpecForReplicaSet)',
    *judge({ is, base, head, fields }) {
      if (is !== 'changed' || !fits(base) || fits(head)) return;
      yield {
        about: fields.filter(below('spec.template.metadata.labels')),
        message: 'the selector does not take the labels of the template',
        instead: 'keep the labels that the selector names, and add others beside them',
      };
    },
  },
  {
    id: 'update-strategy-left',
    class: 'APPLY-REJECTED',
    change: 'a StatefulSet turns to OnDelete, and Git never said the partition that the API server wrote',
    why: 'The partition stays, as nobody takes it away, and the API server takes none beside OnDelete.',
    source: 'kubernetes, pkg/apis/apps/validation/validation.go (ValidateStatefulSetSpec)',
    *judge({ is, base, head, fields }) {
      if (is !== 'changed' || typeOf(head) !== 'apps/StatefulSet' || isMadeAnew(head)) return;
      const [before, after] = [base, head].map((one) => one.at('spec', 'updateStrategy', 'type'));
      if (after !== 'OnDelete' || before === 'OnDelete') return;
      const isTakenAway = [base, head].some(
        (one) => one.at('spec', 'updateStrategy', 'rollingUpdate') !== undefined,
      );
      if (isTakenAway) return;
      yield {
        about: fields.filter(below('spec.updateStrategy')),
        message: 'the partition of the former strategy stays beside OnDelete',
        instead: 'write "rollingUpdate: null" beside type: OnDelete',
      };
    },
  },
];

function fits(manifest: Manifest): boolean {
  if (!SELECTING.includes(typeOf(manifest))) return true;
  const selector = selectorOf(manifest.at('spec', 'selector'));
  return selector === undefined || matches(selector, workloadOf(manifest)?.labels ?? {});
}

const SELECTING = ['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet'].map((kind) => `apps/${kind}`);
