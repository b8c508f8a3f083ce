import { judgeAndAccept } from '../checks/accepted';
import { CHECKS, RULES } from '../checks/catalog';
import { NEWEST, release } from '../checks/release';
import { System } from '../checks/system';
import { findingsAsText } from '../findings/text';
import { manifestsOf } from '../manifests/manifests';
import { readTree } from '../manifests/read';
import type { Outcome } from './outcome';

export interface CheckOptions {
  /** `1.33`; absent: the newest that is known. */
  readonly kubernetes?: string;
}

/** Judges the manifests of a folder, whoever made them. */
export function check(folder: string, { kubernetes }: CheckOptions): Outcome {
  const { files, unread } = readTree(folder);
  const tree = manifestsOf(files, unread);
  const system = new System(tree, kubernetes === undefined ? NEWEST : release(kubernetes));
  const { findings, accepted } = judgeAndAccept(system, CHECKS, new Set(RULES.map(({ id }) => id)));
  const counted = `${String(tree.manifests.length)} objects, ${String(findings.length)} findings, ${String(accepted.length)} accepted\n`;
  return { out: findingsAsText(findings), err: counted, code: findings.length === 0 ? 0 : 1 };
}
