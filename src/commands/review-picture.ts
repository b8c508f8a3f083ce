import type { Release } from '../api/release';
import type { Graph } from '../graph/graph';
import { manifestsOf } from '../manifests/manifests';
import { pictureOf } from '../review/report/picture';
import type { ReviewReport } from '../review/report/report';
import { joined } from '../review/trees';
import { System } from '../system/system';
import type { Side } from './review-sides';

/** Of both trees as a whole: what is near the change does not tell who else talks to it. What is in both is parsed once. */
export function pictured(report: ReviewReport, base: Side, head: Side, kubernetes: Release): Graph {
  const texts = new Map(base.files.map(({ path, text }) => [path, text]));
  const same = head.files.filter(({ path, text }) => texts.get(path) === text);
  const paths = new Set(same.map(({ path }) => path));
  const shared = manifestsOf(same);
  const whole = ({ files }: Side): System =>
    new System(joined(manifestsOf(files.filter(({ path }) => !paths.has(path))), shared), kubernetes);
  return pictureOf(report, whole(base), whole(head));
}
