import type { Manifest } from '../../../manifests/manifest';
import { accountName } from '../../../system/accounts';
import type { System } from '../../../system/system';
import type { Side } from '../both-ways';
import type { Judgement } from '../risk';
import { typeOf } from '../subject';

/** A ServiceAccount that begins to hand its token to pods that do not say whether they want it. */
export function* tokenReaders(from: Side, to: Side): Generator<Judgement> {
  if (from.manifest === undefined || to.manifest === undefined || typeOf(to.manifest) !== '/ServiceAccount')
    return;
  if (hands(from.manifest) || !hands(to.manifest)) return;
  yield {
    message: "its account's token, where they do not say that they want none",
    affected: podsOf(to.manifest, to.system),
  };
}

function hands(account: Manifest): boolean {
  return account.at('automountServiceAccountToken') !== false;
}

function podsOf(account: Manifest, system: System): NonNullable<Judgement['affected']> {
  return system.workloads
    .filter(
      (workload) =>
        workload.manifest.namespace === account.namespace && accountName(workload) === account.name,
    )
    .filter(({ spec }) => spec.automountServiceAccountToken === undefined)
    .map(({ manifest }) => manifest.identity);
}
