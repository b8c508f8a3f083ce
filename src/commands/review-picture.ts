import type { Release } from '../api/release';
import type { Graph } from '../graph/graph';
import { manifestsOf, type Manifests } from '../manifests/manifests';
import { pictureOf } from '../review/report/picture';
import type { ReviewReport } from '../review/report/report';
import { joined, type Trees } from '../review/trees';
import { System } from '../system/system';

/** For a page: of trees that are large by far, what is near the change alone. To parse and draw the rest takes longer than all else. */
export function picturedForPage(report: ReviewReport, trees: Trees, kubernetes: Release): Graph {
  return pictured(report, { ...trees, far: trees.far.length > MOST_FAR ? [] : trees.far }, kubernetes);
}

/** Files; each holds one object as a rule, and three thousand take a second. */
const MOST_FAR = 5000;

/** Of both trees as a whole: what is near the change does not tell who else talks to it. What is parsed already is not parsed again. */
export function pictured(report: ReviewReport, { base, head, far }: Trees, kubernetes: Release): Graph {
  const rest = manifestsOf(far);
  const whole = (tree: Manifests): System => new System(joined(tree, rest), kubernetes);
  return pictureOf(report, whole(base), whole(head));
}
